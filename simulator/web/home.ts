import type { SimulatorControl } from '../runtime/control';
import { firstSteps } from './first-steps';

function find<T extends HTMLElement = HTMLElement>(id: string, kind?: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof (kind ?? HTMLElement))) throw new Error(`no #${id}`);
  return found as T;
}

const cashier = find('cashier', HTMLIFrameElement);
const customer = find('customer', HTMLIFrameElement);

/** The phone in the frame; absent while it starts. */
const control = (): SimulatorControl | undefined => cashier.contentWindow?.__simulator;

/** What the customer's phone shows at this moment, as a picture. */
async function customerPicture(): Promise<Blob> {
  const shown = customer.contentDocument?.querySelector<HTMLImageElement>('img[src*="code.svg"]');
  if (!shown) throw new Error('客人的手机上没有付款码');
  const response = await fetch(shown.src.replace('code.svg', 'code.png'), { cache: 'no-store' });
  if (!response.ok) throw new Error(`取不到付款码图片（${response.status}）`);
  return response.blob();
}

function bindTools(): void {
  const background = find('background', HTMLButtonElement);
  background.addEventListener('click', () => {
    const hide = background.getAttribute('aria-pressed') !== 'true';
    if (hide) control()?.hide();
    else control()?.show();
    background.setAttribute('aria-pressed', String(hide));
    background.textContent = hide ? '回前台' : '切后台';
  });
  find('kill').addEventListener('click', () => control()?.kill());
  const select = (id: string, apply: (phone: SimulatorControl, value: string) => void): void => {
    const field = find(id, HTMLSelectElement);
    field.addEventListener('change', () => {
      const phone = control();
      if (phone !== undefined) apply(phone, field.value);
    });
  };
  select('network', (phone, value) => phone.setNetwork(value as typeof phone.network));
  select('storage', (phone, value) => {
    phone.setStorageFault(value as Parameters<SimulatorControl['setStorageFault']>[0]);
  });
  select('scan-order', (phone, value) => phone.setScanOrder(value as typeof phone.scanOrder));
  select('font-size', (phone, value) => phone.setFontSize(Number(value)));
  // A phone that starts anew is in the foreground, online and healthy; WeChat keeps its font size.
  cashier.addEventListener('load', () => {
    background.setAttribute('aria-pressed', 'false');
    background.textContent = '切后台';
    for (const field of document.querySelectorAll('select')) field.selectedIndex = 0;
    find('font-size', HTMLSelectElement).value = String(control()?.fontSize ?? 16);
  });
}

async function main(): Promise<void> {
  bindTools();
  const response = await fetch('/__sim/settings.json');
  const { posBaseUrl, sandbox } = (await response.json()) as {
    posBaseUrl: string;
    sandbox: boolean;
  };
  const server = find('server');
  server.append('服务器 ');
  const address = document.createElement('code');
  address.textContent = posBaseUrl;
  server.append(address);
  if (sandbox) {
    window.__simulatorHome = { customerPicture };
    await firstSteps(find('step-user'), find('step-bill'));
  } else {
    // The customer and the bills of another server are not here.
    find('customer-place').hidden = true;
    find('panel-place').hidden = true;
    find('step-user').textContent = '用那台服务器的用户';
    find('step-bill').textContent = '用那台服务器的单号';
  }
}

void main();
