// `npm run wechat:e2e`: payments in a browser, by the package that goes to WeChat.
import path from 'node:path';
import { playwrightAgain, playwrightFailures } from '../test-run/failures.mjs';
import { runTests, tell } from '../test-run/runner.mjs';
import { isGood, playwrightTotals } from '../test-run/totals.mjs';
import { isUpToDate, RUNNABLE } from './runnable';

/** What touches every script that is packed; `-- NAME ...` takes others. */
const SPECS = [
  'codes',
  'declined',
  'early-hands',
  'full-payment',
  'kept-session',
  'kill',
  'launch',
  'partial-payment',
  'password',
  'records',
  'settings',
  'sign-in',
  'texts',
];

if (isUpToDate(RUNNABLE)) {
  process.env['APP_FOLDER'] = RUNNABLE;
  const named = process.argv.slice(2);
  const specs = named.length > 0 ? named : SPECS.map((name) => `/${name}.spec.ts`);
  const found = runTests({
    name: 'wechat:e2e',
    cli: '@playwright/test/cli',
    args: ['test', ...specs],
    report: path.resolve('.cache/reports/playwright.json'),
    totals: playwrightTotals,
    failures: playwrightFailures,
    again: playwrightAgain,
  });
  tell(found);
  process.exitCode = isGood(found.totals) ? 0 : 1;
} else {
  console.error('wechat:e2e: there is no package of these sources; first: npm run wechat:check');
  process.exitCode = 1;
}
