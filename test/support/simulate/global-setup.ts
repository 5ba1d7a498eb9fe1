import { cashier, fixtureApp } from './apps';
import { prepareApp } from './prepare';

/** Once a jest run, and again at every change in watch mode. */
export default function globalSetup(): void {
  prepareApp(fixtureApp);
  prepareApp(cashier);
}
