import type { Environment } from '../environment';
import { fontScale, fontSize } from '../font-size';
import { isDark } from '../page-window';

const SDK_VERSION = '3.8.12';
const WECHAT_VERSION = '8.0.50';
const STATUS_BAR = 0;

/** What an app may ask about the phone, WeChat and itself. */
export function systemApi(environment: Environment): Record<string, unknown> {
  const { assets, router } = environment;
  const windowInfo = () => {
    const stage = router.top?.frame.stage;
    const screenWidth = window.innerWidth;
    const screenHeight = window.innerHeight;
    return {
      pixelRatio: window.devicePixelRatio,
      screenWidth,
      screenHeight,
      windowWidth: stage?.clientWidth ?? screenWidth,
      windowHeight: stage?.clientHeight ?? screenHeight,
      statusBarHeight: STATUS_BAR,
      screenTop: screenHeight - (stage?.clientHeight ?? screenHeight),
      safeArea: {
        left: 0,
        right: screenWidth,
        top: STATUS_BAR,
        bottom: screenHeight,
        width: screenWidth,
        height: screenHeight - STATUS_BAR,
      },
    };
  };
  const deviceInfo = () => ({
    abi: '',
    brand: 'devtools',
    model: '浏览器模拟器',
    system: 'Android 14',
    platform: 'devtools',
    cpuType: '',
    memorySize: '8192',
    benchmarkLevel: -1,
  });
  const appBaseInfo = () => ({
    SDKVersion: SDK_VERSION,
    version: WECHAT_VERSION,
    language: 'zh_CN',
    enableDebug: false,
    theme: isDark(assets.app['darkmode'] === true) ? 'dark' : 'light',
    fontSizeSetting: fontSize(),
    fontSizeScaleFactor: fontScale(),
    host: { env: 'WeChat', appId: '', version: 0 },
  });
  return {
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemInfoSync: () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
      plugin: {},
    }),
  };
}
