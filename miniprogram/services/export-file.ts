import type { CashierError } from '../core/errors/cashier-error';
import type { Clipboard } from '../utils/clipboard';
import type { Files } from '../utils/files';
import { createObservable } from '../utils/observable';
import { toCashierError } from './to-cashier-error';

/** A text to be handed over as a file. */
export interface TextFile {
  /** As the receiver sees it, without the extension: "收款记录-2026-11-22". */
  readonly name: string;
  /** Without a dot: "csv", "txt". */
  readonly extension: string;
  readonly text: string;
  /** What is in it, in a few words. */
  readonly summary: string;
}

/** A file on offer: staff may send it or copy its text. */
export interface OfferedFile {
  /** With the extension. */
  readonly name: string;
  readonly summary: string;
  /** `failed`: there is no file to send, the text can still be copied. */
  readonly file: 'writing' | 'written' | 'failed';
  /** What staff last did with it. */
  readonly done: 'nothing' | 'sent' | 'copied';
  /** Why the newest step did not work; null when it did. */
  readonly problem: CashierError | null;
}

/**
 * Hands a file over in two steps, because WeChat opens its list of chats only in a tap, and writing
 * the file first takes longer than a tap lasts: `offer` writes it, a second tap sends it. The sheet
 * `components/export-sheet` shows the offer on any page that holds one.
 */
export interface ExportFile {
  offered(): OfferedFile | null;
  /** Writes the file; what goes wrong is told in the offer. */
  offer(file: TextFile): Promise<void>;
  /** Straight from the tap: nothing may be awaited before. Cancelling is no error. */
  send(): Promise<void>;
  copy(): Promise<void>;
  /** Staff are done with it: the text is forgotten. */
  close(): void;
  readonly subscribe: (listener: () => void) => () => void;
}

interface Offer {
  readonly text: string;
  path: string | null;
  shown: OfferedFile;
}

export function createExportFile(files: Files, clipboard: Clipboard): ExportFile {
  const changes = createObservable<undefined>();
  let current: Offer | null = null;
  /** The list of chats is open, or the text is being copied: a second tap means the first. */
  let busy = false;

  function show(offer: Offer, change: Partial<OfferedFile>): void {
    // Closed meanwhile, or another file is on offer.
    if (offer !== current) return;
    offer.shown = { ...offer.shown, ...change };
    changes.emit(undefined);
  }

  /** @param start makes the `wx` call before it returns */
  async function handOver(
    offer: Offer,
    start: () => Promise<OfferedFile['done'] | null>,
  ): Promise<void> {
    busy = true;
    try {
      const done = await start();
      show(offer, done === null ? { problem: null } : { done, problem: null });
    } catch (error) {
      show(offer, { problem: toCashierError(error) });
    } finally {
      busy = false;
    }
  }

  return {
    offered: () => current?.shown ?? null,

    async offer({ name, extension, text, summary }) {
      const offer: Offer = {
        text,
        path: null,
        shown: {
          name: `${name}.${extension}`,
          summary,
          file: 'writing',
          done: 'nothing',
          problem: null,
        },
      };
      current = offer;
      changes.emit(undefined);
      try {
        offer.path = await files.write(extension, text);
        show(offer, { file: 'written' });
      } catch (error) {
        show(offer, { file: 'failed', problem: toCashierError(error) });
      }
    },

    async send() {
      const offer = current;
      const path = offer?.path ?? null;
      if (offer === null || path === null || busy) return;
      await handOver(offer, () =>
        files.share(path, offer.shown.name).then((sent) => (sent ? 'sent' : null)),
      );
    },

    async copy() {
      const offer = current;
      if (offer === null || busy) return;
      await handOver(offer, () => clipboard.copy(offer.text).then(() => 'copied'));
    },

    close() {
      current = null;
      changes.emit(undefined);
    },
    subscribe: changes.subscribe,
  };
}
