import type { Environment } from '../environment';
import { ShareSheet } from '../shell/share-sheet';
import { asyncCall, CallError } from './call';
import type { PhoneFiles } from './files';

interface ShareOptions {
  readonly filePath: string;
  readonly fileName?: string;
}

/** wx.shareFileMessage: only in a tap; WeChat's list of chats covers the app meanwhile. */
export function shareApi(
  { logic, visibility, layer }: Environment,
  files: PhoneFiles,
): Record<string, unknown> {
  const sheet = new ShareSheet(layer);
  return {
    shareFileMessage: asyncCall(logic, 'shareFileMessage', async (options: ShareOptions) => {
      if (!logic.inTap) throw new CallError('can only be invoked by user TAP gesture.');
      const { filePath, fileName } = options;
      const text = files.read(filePath);
      visibility.leave();
      try {
        const name = fileName ?? filePath.slice(filePath.lastIndexOf('/') + 1);
        if (!(await sheet.open(name, text))) throw new CallError('cancel');
        return {};
      } finally {
        visibility.enter();
      }
    }),
  };
}
