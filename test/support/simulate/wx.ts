/** One call of a `wx` function, as the code under test made it. */
export interface WxCall {
  api: string;
  options: Record<string, unknown>;
}

/** What asynchronous `wx` functions take. */
interface Callbacks {
  success?: (result: { errMsg: string }) => void;
  complete?: (result: { errMsg: string }) => void;
}

/** Functions that pages call and that always succeed here; every call is recorded. */
const RECORDED = [
  'navigateTo',
  'redirectTo',
  'navigateBack',
  'reLaunch',
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'showModal',
  'setNavigationBarTitle',
  'hideKeyboard',
  'vibrateShort',
  'vibrateLong',
];

/** `wx` for one test. */
export interface FakeWx {
  /** The calls made so far, in order; those of one function when named. */
  calls(api?: string): WxCall[];
}

/**
 * A `wx` with as little as pages need, in place of the global one. What the code uses beyond that is
 * absent, so a test says what it relies on: `installWx({ scanCode: … })`.
 */
export function installWx(overrides: Record<string, unknown> = {}): FakeWx {
  const calls: WxCall[] = [];
  const recorded = Object.fromEntries(RECORDED.map((api) => [api, recorder(api, calls)]));
  Object.assign(globalThis, { wx: { ...recorded, ...environment, ...overrides } });
  return { calls: (api) => calls.filter((call) => api === undefined || call.api === api) };
}

function recorder(api: string, calls: WxCall[]) {
  return (options: Record<string, unknown> & Callbacks = {}): Promise<{ errMsg: string }> => {
    calls.push({ api, options });
    const result = { errMsg: `${api}:ok` };
    // Never within the call itself, as in WeChat.
    return Promise.resolve().then(() => {
      options.success?.(result);
      options.complete?.(result);
      return result;
    });
  };
}

const windowInfo = { windowWidth: 390, windowHeight: 844, screenWidth: 390, pixelRatio: 3 };

/** What Vant asks for. */
const environment = {
  canIUse: () => true,
  getSystemInfoSync: () => ({ ...windowInfo, platform: 'devtools', SDKVersion: '3.8.12' }),
  getWindowInfo: () => windowInfo,
  nextTick: (callback: () => void) => void Promise.resolve().then(callback),
  createSelectorQuery: () => emptyQuery,
};

/** Nothing has a size in jsdom. */
const emptyQuery = {
  in: (): unknown => emptyQuery,
  select: (): unknown => emptyQuery,
  selectAll: (): unknown => emptyQuery,
  selectViewport: (): unknown => emptyQuery,
  boundingClientRect: (): unknown => emptyQuery,
  exec: (callback?: (rects: unknown[]) => void) => {
    if (callback !== undefined) void Promise.resolve().then(() => callback([]));
  },
};
