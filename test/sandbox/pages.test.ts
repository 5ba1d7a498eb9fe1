import { createSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createSandbox();
});
afterAll(() => sandbox.close());

test.each([
  ['/', ['客人手机', '收银服务器']],
  ['/customer', ['需要输入支付密码', '确认支付', '取消支付', '保存付款码图片', '查看数字']],
  ['/panel', ['售货单', '故障', '收款记录', '恢复初始数据', '现金收款']],
])('%s says %j', async (url, words) => {
  const { body } = await sandbox.app.inject(url);
  for (const word of words) expect(body).toContain(word);
});

test.each(['/customer', '/panel', '/'])('%s finds all it refers to', async (url) => {
  const { body } = await sandbox.app.inject(url);
  const own = [...body.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, path = '']) => path);
  expect(own.length).toBeGreaterThan(0);
  for (const path of own) {
    expect((await sandbox.app.inject(path)).statusCode).toBe(200);
  }
});

test.each(['/customer', '/panel'])(
  '%s: every id the script looks for is in the page',
  async (url) => {
    const page = (await sandbox.app.inject(url)).body;
    const script = (await sandbox.app.inject(`${url}/main.js`)).body;
    const ids = [...script.matchAll(/find\(["'`]#([\w-]+)["'`]/g)].map(([, id = '']) => id);
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) expect(page).toContain(`id="${id}"`);
  },
);
