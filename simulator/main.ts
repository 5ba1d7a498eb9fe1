import { startFailure } from '../sandbox/port';
import { optionsFrom } from './server/environment-options';
import { startSimulator } from './server/start';

/** `npm start`: PORT, HOST, POS_BASE_URL and APP_FOLDER come from the environment. */
async function main(): Promise<void> {
  const { url } = await startSimulator(optionsFrom(process.env));
  console.log(`付款码收银台 · 模拟器：${url}`);
}

main().catch((error: unknown) => {
  console.error(startFailure(error));
  // Whatever it has opened until then does not keep it alive.
  process.exit(1);
});
