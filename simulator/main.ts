import { startSimulator } from './server/start';

/** `npm start`: PORT, HOST, POS_BASE_URL and APP_FOLDER come from the environment. */
async function main(): Promise<void> {
  const { PORT, HOST, POS_BASE_URL, APP_FOLDER } = process.env;
  const { url } = await startSimulator({
    ...(PORT && { port: Number(PORT) }),
    ...(HOST && { host: HOST }),
    ...(APP_FOLDER && { root: APP_FOLDER }),
    ...(POS_BASE_URL && { posBaseUrl: POS_BASE_URL }),
  });
  console.log(`付款码收银台 · 模拟器：${url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
