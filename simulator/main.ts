import { startSimulator } from './server/start';

/** `npm start`: PORT, HOST and POS_BASE_URL come from the environment. */
async function main(): Promise<void> {
  const { PORT, HOST, POS_BASE_URL } = process.env;
  const { url } = await startSimulator({
    ...(PORT && { port: Number(PORT) }),
    ...(HOST && { host: HOST }),
    ...(POS_BASE_URL && { posBaseUrl: POS_BASE_URL }),
  });
  console.log(`付款码收银台 · 模拟器：${url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
