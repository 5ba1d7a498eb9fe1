import { installServices, type Services } from '../../../miniprogram/services/services';
import { cashier } from './apps';
import * as harness from './render';
import type { PageOptions, RenderedComponent, RenderedPage } from './render';

export type { RenderedComponent, RenderedPage } from './render';
export { settle } from './screen';

/** How a page of the cashier is opened. */
export interface CashierPageOptions extends Omit<PageOptions, 'before'> {
  /** What the composition root hands to the page. */
  services: Services;
}

/** Opens a page of the cashier: `renderPage('pages/login/login', { services })`. */
export function renderPage(
  pagePath: string,
  { services, ...options }: CashierPageOptions,
): Promise<RenderedPage> {
  const before = (): void => {
    installServices(services);
  };
  return harness.renderPage(cashier, pagePath, { ...options, before });
}

/** Renders a component of the cashier: `renderComponent('components/keypad/keypad')`. */
export function renderComponent(
  componentPath: string,
  properties: Record<string, unknown> = {},
  wx: Record<string, unknown> = {},
): Promise<RenderedComponent> {
  return harness.renderComponent(cashier, componentPath, properties, wx);
}
