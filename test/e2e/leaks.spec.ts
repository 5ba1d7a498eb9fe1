import { expect, test } from './support';

// The check at the end of every test is worth only what it would find.
test('the watch for secrets finds each kind in each place', async ({ till, leakWatch }) => {
  await till.open();
  expect(leakWatch.leaks).toEqual([]);
  await till.page.evaluate(async () => {
    window.localStorage.setItem('wx-file:wxfile://usr/export.csv', '1001,123456');
    window.localStorage.setItem('wx:log:0', 'Hawk id="1001"');
    console.debug('[实时日志]', 'code 134567890123456789');
    await navigator.clipboard.writeText('E10ADC3949BA59ABBE56E057F20F883E').catch(() => undefined);
    window.localStorage.setItem('wx:draft', JSON.stringify(['code 134567890123456789']));
    window.localStorage.removeItem('wx:draft');
    console.info('key E10ADC3949BA59ABBE56E057F20F883E');
    const text = document.createElement('p');
    text.textContent = '密码 123456';
    document.querySelector('.sim-page:not([hidden]) .sim-scroller')?.append(text);
    await fetch('/__sim/phone.css?Authorization=Hawk%20id=%221001%22');
    await fetch('/__sim/phone.css', {
      method: 'POST',
      body: '{"wechatbarcode":"134567890123456789"}',
    });
  });
  await expect
    .poll(() => leakWatch.leaks.map(({ place, secret }) => `${secret} in ${place}`).sort())
    .toEqual([
      'Authorization in log',
      'Authorization in url',
      'KEY in clipboard',
      'KEY in console',
      'password in file',
      'password in page',
      'payment code in body',
      'payment code in log',
      'payment code in storage',
    ]);
  // The canaries were planted here: they are no leaks.
  leakWatch.leaks.length = 0;
});

test('a masked code is no leak', async ({ leakWatch }) => {
  leakWatch.look('page', '13**************89 28.00 XS20261122001');
  expect(leakWatch.leaks).toEqual([]);
});

test('导出日志: versions, states and times, and nothing secret', async ({
  till,
  pos,
  customer,
}) => {
  await till.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await till.start();
  pos.fault('answer-lost');
  await till.collectOnFreshConnection({ code: customer.code() });
  await till.button('下一单').click({ timeout: 30_000 });
  await till.button('设置').click();
  await till.button('导出日志').click();
  await till.page.getByRole('button', { name: '复制内容' }).click();
  const copied = (): Promise<string> => till.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('付款码收银台 · 日志');
  const text = await copied();
  expect(text).toContain(' info app.start version=');
  expect(text).toMatch(
    / attempt id=\w+ bill=XS20261122001 amount=2800 state=collected cause=\S+ sinceSent=\d+/,
  );
  expect(text).toMatch(
    / http endpoint=barcode method=POST outcome=noAnswer:timeoutOrNetwork status=- ms=\d+/,
  );
});
