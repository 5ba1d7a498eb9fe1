import type { CustomerSnapshot, Snapshot } from '../../control/snapshot';
import { call, Refused } from '../shared/api';
import { find } from '../shared/dom';
import { follow } from '../shared/follow';
import { yuan } from '../shared/format';
import { CodeView } from './code-view';
import { NewsWatch } from './news';
import { PaySheet } from './pay-sheet';
import { showToast } from './toast';

const picker = find('#customer', HTMLSelectElement);
const ask = find('#ask', HTMLInputElement);
const balance = find('#balance', HTMLElement);
const offline = find('#offline', HTMLElement);

let customerId = new URLSearchParams(location.search).get('id') ?? '';

/** Does what a button asks for; a refusal becomes a toast. */
async function act(path: string, body?: object): Promise<void> {
  try {
    await call('POST', `/sandbox/customers/${encodeURIComponent(customerId)}${path}`, body);
  } catch (error) {
    showToast(error instanceof Refused ? error.message : '操作失败');
  }
}

const codeView = new CodeView(() => void act('/code'));
const sheet = new PaySheet((action, serial) => act(`/${action}`, { serial }));
const news = new NewsWatch(showToast);

function pick(snapshot: Snapshot): CustomerSnapshot | undefined {
  const { customers } = snapshot;
  const customer = customers.find((item) => item.id === customerId) ?? customers[0];
  if (customer) customerId = customer.id;
  if (picker.options.length !== customers.length) {
    picker.replaceChildren(...customers.map((item) => new Option(item.name, item.id)));
  }
  picker.value = customerId;
  return customer;
}

let latest: Snapshot | undefined;

function show(snapshot: Snapshot): void {
  latest = snapshot;
  const customer = pick(snapshot);
  if (!customer) return;
  balance.textContent = `¥${yuan(customer.balanceFen)}`;
  ask.checked = customer.askPassword;
  codeView.show(customer);
  sheet.show(snapshot, customer);
  news.look(snapshot, customer.id);
}

picker.addEventListener('change', () => {
  customerId = picker.value;
  history.replaceState(null, '', `?id=${encodeURIComponent(customerId)}`);
  if (latest) show(latest);
});
ask.addEventListener('change', () => void act('', { askPassword: ask.checked }));

follow({
  state: show,
  clock: (now) => {
    codeView.tick(now);
    sheet.tick(now);
  },
  connected: (yes) => (offline.hidden = yes),
});
