/** What of the sandbox's state the instructions name. */
interface State {
  readonly users: readonly { readonly login: string; readonly password: string }[];
  readonly bills: readonly { readonly number: string; readonly remainingFen: number }[];
}

/** Names a user and a bill that are really there, so that the steps can be followed word by word. */
export async function firstSteps(user: HTMLElement, bill: HTMLElement): Promise<void> {
  const response = await fetch('/sandbox/state', { cache: 'no-store' });
  if (!response.ok) return;
  const { users, bills } = (await response.json()) as State;
  const [first] = users;
  if (first !== undefined) user.textContent = `用户名 ${first.login}，密码 ${first.password}`;
  const open = bills.find(({ remainingFen }) => remainingFen > 0);
  if (open === undefined) return;
  const yuan = `${String(Math.floor(open.remainingFen / 100))}.${String(open.remainingFen % 100).padStart(2, '0')}`;
  bill.textContent = `${open.number}，${yuan}`;
}
