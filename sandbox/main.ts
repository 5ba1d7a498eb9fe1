import { portFrom, startFailure } from './port';
import { startSandbox } from './start-sandbox';

/** `npm run sandbox`: PORT (default 8610) and HOST (default 127.0.0.1) come from the environment. */
async function main(): Promise<void> {
  const { PORT, HOST } = process.env;
  const port = portFrom(PORT);
  const { url } = await startSandbox({
    ...(port !== undefined && { port }),
    ...(HOST && { host: HOST }),
  });
  console.log(`收银沙箱：${url}`);
}

main().catch((error: unknown) => {
  console.error(startFailure(error));
  process.exit(1);
});
