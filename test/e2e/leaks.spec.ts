import { expect, test } from './support';

// The check at the end of every test is worth only what it would find.
test('the watch for secrets finds each kind in each place', async ({ till, leakWatch }) => {
  await till.open();
  expect(leakWatch.leaks).toEqual([]);
  await till.page.evaluate(async () => {
    window.localStorage.setItem('wx:log', JSON.stringify(['code 134567890123456789']));
    window.localStorage.removeItem('wx:log');
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
      'Authorization in url',
      'KEY in console',
      'password in page',
      'payment code in body',
      'payment code in storage',
    ]);
  // The canaries were planted here: they are no leaks.
  leakWatch.leaks.length = 0;
});

test('a masked code is no leak', async ({ leakWatch }) => {
  leakWatch.look('page', '13**************89 28.00 XS20261122001');
  expect(leakWatch.leaks).toEqual([]);
});
