import { find } from './find';
import { firstSteps } from './first-steps';
import { Tools } from './tools';

const customer = find('customer', HTMLIFrameElement);

/** What the customer's phone shows at this moment, as a picture. */
async function customerPicture(): Promise<Blob> {
  const shown = customer.contentDocument?.querySelector<HTMLImageElement>('img[src*="code.svg"]');
  if (!shown) throw new Error('客人的手机上没有付款码');
  const response = await fetch(shown.src.replace('code.svg', 'code.png'), { cache: 'no-store' });
  if (!response.ok) throw new Error(`取不到付款码图片（${response.status}）`);
  return response.blob();
}

async function main(): Promise<void> {
  new Tools(find('cashier', HTMLIFrameElement));
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
