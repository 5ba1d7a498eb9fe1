import type { EnvVersion } from '../config/servers';
import { VERSION } from '../config/version';

/** Which app is running. */
export interface About {
  readonly environment: EnvVersion;
  /** The version given at the upload to WeChat where there is one, else the source's own. */
  readonly version: string;
}

export function aboutApp(): About {
  const { envVersion, version } = wx.getAccountInfoSync().miniProgram;
  return { environment: envVersion, version: version === '' ? VERSION : version };
}
