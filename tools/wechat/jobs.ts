/** What the process of the official compiler is asked (`official.mjs`). */
export type Job =
  | {
      readonly kind: 'compile';
      readonly root: string;
      readonly appid: string;
      readonly out: string;
    }
  | { readonly kind: 'pack-npm'; readonly root: string }
  | SendJob;

export interface SendJob {
  readonly kind: 'preview' | 'upload';
  readonly root: string;
  readonly appid: string;
  /** The content of the upload key: never printed. */
  readonly privateKey: string;
  readonly version: string;
  readonly description: string;
  /** 1–30. */
  readonly robot: number;
  /** Where the preview's QR code goes, a JPEG. */
  readonly qrcode: string;
}

/** A step that the compiler reported as neither begun nor done: a warning or a failure. */
export interface Progress {
  readonly status: string;
  readonly message: string;
}

/** One file of the package, as it is uploaded. */
export interface PackedFile {
  /** Path from the mini program's root, `/` between folders. */
  readonly file: string;
  readonly bytes: number;
}

/** One point of WeChat's code-quality check. */
export interface QualityItem {
  readonly name: string;
  readonly success: boolean;
  readonly text: string;
  readonly detail?: unknown;
}

export interface Compiled {
  /** Without source maps, which stay with WeChat and never reach a phone. */
  readonly files: readonly PackedFile[];
  /** Bytes of all of them as sent: packed and compressed. */
  readonly gzip: number;
  readonly progress: readonly Progress[];
  readonly quality: readonly QualityItem[];
}

export interface PackedNpm {
  readonly packages: number;
  readonly warnings: readonly { readonly jsPath: string; readonly msg: string }[];
}

export interface Sent {
  readonly packages: readonly { readonly name: string; readonly size: number }[];
  readonly progress: readonly Progress[];
}
