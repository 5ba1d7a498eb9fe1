import type { PhoneFacts } from '../core/log-entry';
import { aboutApp } from './environment';

/** The app's and the phone's versions, as WeChat tells them. */
export function phoneFacts(): PhoneFacts {
  const { environment, version } = aboutApp();
  const { platform, system, model } = wx.getDeviceInfo();
  const base = wx.getAppBaseInfo();
  return {
    version,
    env: environment,
    platform,
    system,
    model,
    wechat: base.version,
    library: base.SDKVersion,
  };
}
