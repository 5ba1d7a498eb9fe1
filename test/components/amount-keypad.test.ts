import { renderComponent, type RenderedComponent } from '../support/simulate';

const KEYS = ['1', '2', '3', '退格', '4', '5', '6', '清空', '7', '8', '9', '00', '0', '小数点'];

async function open(): Promise<{ keypad: RenderedComponent; pressed: string[] }> {
  const keypad = await renderComponent('components/amount-keypad/amount-keypad');
  const pressed: string[] = [];
  keypad.instance['triggerEvent'] = (name: string, detail: { key: string }) => {
    pressed.push(`${name} ${detail.key}`);
  };
  return { keypad, pressed };
}

test('every key has its accessible name and tells what it is', async () => {
  const { keypad, pressed } = await open();
  for (const key of KEYS) await keypad.tap(key);
  expect(pressed).toEqual(
    KEYS.map((key) => {
      const special: Record<string, string> = { 退格: 'backspace', 清空: 'clear', 小数点: '.' };
      return `press ${special[key] ?? key}`;
    }),
  );
});

test('holding 退格 or 清空 clears', async () => {
  const { keypad, pressed } = await open();
  await keypad.get('退格').trigger('longpress');
  await keypad.get('清空').trigger('longpress');
  expect(pressed).toEqual(['press clear', 'press clear']);
});

// WeChat sends no tap after a long press that somebody listens to.
test('a finger that rests on a digit presses it', async () => {
  const { keypad, pressed } = await open();
  await keypad.get('5').trigger('longpress');
  await keypad.get('小数点').trigger('longpress');
  expect(pressed).toEqual(['press 5', 'press .']);
});
