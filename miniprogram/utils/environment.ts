import type { EnvVersion } from '../config/servers';

/** Which of the three versions WeChat runs: develop, trial or release. */
export function envVersion(): EnvVersion {
  return wx.getAccountInfoSync().miniProgram.envVersion;
}
