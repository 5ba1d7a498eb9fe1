import type { Environment } from '../environment';
import type { ToastBox } from '../shell/boxes';
import { asyncCall } from './call';
import type { Privacy } from './privacy';

/** wx.setClipboardData: WeChat itself says that something was copied. */
export function clipboardApi(
  { logic }: Environment,
  toast: ToastBox,
  privacy: Privacy,
): Record<string, unknown> {
  return {
    setClipboardData: asyncCall(logic, 'setClipboardData', async (options: { data: string }) => {
      privacy.check();
      await navigator.clipboard.writeText(options.data);
      toast.show({ title: '内容已复制', icon: 'none' });
      return {};
    }),
  };
}
