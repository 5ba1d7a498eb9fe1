import type { Snapshot } from '../../control/snapshot';
import { call, Refused } from '../shared/api';
import { find } from '../shared/dom';
import { follow } from '../shared/follow';
import { billList } from './bills';
import { CashDialog } from './cash-dialog';
import { callEntries, ledgerEntries, userEntries, waitingEntries } from './entries';
import { FaultSwitches } from './fault-switches';
import { SettingFields } from './setting-fields';
import { useTabs } from './tabs';

const problem = find('#problem', HTMLElement);

/** Does what a button asks for and says what went wrong. */
async function act(method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> {
  problem.hidden = true;
  try {
    await call(method, path, body);
  } catch (error) {
    problem.textContent = error instanceof Refused ? error.message : '操作失败';
    problem.hidden = false;
  }
}

useTabs();
const cash = new CashDialog();
const faults = new FaultSwitches(act);
const settings = new SettingFields((change) => act('POST', '/sandbox/settings', change));
const drawn = new Map<string, string>();

/** Redraws a list only where its data changed, so that focus and scrolling stay put. */
function draw(id: string, data: unknown, content: () => Node[]): void {
  const key = JSON.stringify(data);
  if (drawn.get(id) === key) return;
  drawn.set(id, key);
  find(`#${id}`, HTMLElement).replaceChildren(...content());
}

function show(snapshot: Snapshot): void {
  const { bills, ledger, confirmations, recentCalls, users } = snapshot;
  find('#shop', HTMLElement).textContent = snapshot.shop.name;
  draw('bills', bills, () => billList(bills, (bill) => cash.open(bill)));
  draw('ledger', ledger, () => ledgerEntries(snapshot));
  draw('waiting', confirmations, () => waitingEntries(snapshot));
  draw('calls', recentCalls, () => callEntries(recentCalls));
  draw('users', users, () => userEntries(users));
  faults.show(snapshot.faults);
  settings.show(snapshot.settings);
}

find('#reset', HTMLButtonElement).addEventListener(
  'click',
  () => void act('POST', '/sandbox/reset'),
);
find('#close-idle', HTMLButtonElement).addEventListener(
  'click',
  () => void act('POST', '/sandbox/connections/close-idle'),
);

const offline = find('#offline', HTMLElement);
follow({ state: show, connected: (yes) => (offline.hidden = yes) });
