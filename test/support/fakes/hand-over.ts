import type { Clipboard } from '../../../miniprogram/utils/clipboard';
import type { Files } from '../../../miniprogram/utils/files';

/** A phone's files and clipboard, and what was done with them. */
export interface HandedOver {
  readonly files: Files;
  readonly clipboard: Clipboard;
  /** What stands in the mini program's folder, by path. */
  readonly written: Map<string, string>;
  /** Sent files, by the name that the receiver sees. */
  readonly sent: Map<string, string>;
  readonly copied: string[];
  /** What the next steps do instead of working: an error to throw, or 'cancel' for a share. */
  fails: Partial<Record<'write' | 'share' | 'copy', Error | 'cancel'>>;
}

export function handedOver(): HandedOver {
  const written = new Map<string, string>();
  const sent = new Map<string, string>();
  const copied: string[] = [];
  const fake: HandedOver = {
    written,
    sent,
    copied,
    fails: {},
    files: {
      write: async (extension, text) => {
        const { write } = fake.fails;
        if (write instanceof Error) throw write;
        const path = `wxfile://usr/export.${extension}`;
        written.clear();
        written.set(path, text);
        return path;
      },
      share: async (path, name) => {
        const { share } = fake.fails;
        if (share instanceof Error) throw share;
        if (share === 'cancel') return false;
        sent.set(name, written.get(path) ?? '');
        return true;
      },
    },
    clipboard: {
      copy: async (text) => {
        const { copy } = fake.fails;
        if (copy instanceof Error) throw copy;
        copied.push(text);
      },
    },
  };
  return fake;
}
