import { createServices, type ServicesParts } from './create-services';
import type { Services } from './services';

/**
 * The services as an app start needs them: the journal is being read, now and whenever the app is
 * shown until it has been, and a session that was kept is back.
 *
 * @param begin told of the services before anything happens to them
 */
export async function openServices(
  parts: ServicesParts,
  begin: (services: Services) => void = () => undefined,
): Promise<Services> {
  const services = createServices(parts);
  const { attempts, session, preferences, shift } = services;
  begin(services);
  void preferences.load();
  void shift.load();
  const readJournal = (): void => {
    // Does nothing once read; tries again after a failure.
    void attempts.load(parts.platform.clock.now());
    attempts.save();
  };
  parts.visibility.subscribe((visible) => {
    if (visible) readJournal();
  });
  readJournal();
  // Before any page has the services: the home page sends to the sign-in page where there is no session.
  await session.restore();
  return services;
}
