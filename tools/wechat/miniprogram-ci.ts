// What we use of miniprogram-ci, in our own words: its declarations are there only once it is installed.
import type { PackedNpm, Progress, QualityItem } from './jobs';

/** A project opened by the compiler; only handed on. */
export type Project = object;

export interface CompileOptions {
  readonly project: Project;
  readonly version: string;
  readonly desc?: string;
  /** 1–30: which of the robots uploads; each keeps one trial version. */
  readonly robot?: number;
  /** `useProjectConfig`: compile as project.config.json says. */
  readonly setting: { readonly useProjectConfig: boolean };
  readonly onProgressUpdate: (task: Progress | string) => void;
}

export interface PreviewOptions extends CompileOptions {
  readonly qrcodeFormat: 'image';
  readonly qrcodeOutputDest: string;
}

type Answered = Promise<{ subPackageInfo?: { name: string; size: number }[] }>;

export interface MiniprogramCi {
  Project: new (options: {
    appid: string;
    type: 'miniProgram';
    projectPath: string;
    privateKey: string;
    ignores: string[];
    /** The project's attributes; without it WeChat's server is asked. */
    attr?: () => Promise<object>;
  }) => Project;
  getCompiledResult(options: CompileOptions): Promise<Record<string, string | Buffer>>;
  checkCodeQuality(project: Project): Promise<QualityItem[]>;
  packNpmManually(options: { packageJsonPath: string; miniprogramNpmDistDir: string }): Promise<{
    miniProgramPackNum: number;
    otherNpmPackNum: number;
    warnList: PackedNpm['warnings'];
  }>;
  upload(options: CompileOptions): Answered;
  preview(options: PreviewOptions): Answered;
}

/** `dist/utils/white_ext_list`: the file endings that go into a package. */
export interface FileEndings {
  readonly MiniProgramWhiteList: readonly string[];
  readonly GameWhiteList: readonly string[];
  getWhiteExtList: () => Promise<{
    MiniProgramWhiteList: Set<string>;
    GameWhiteList: Set<string>;
  }>;
}

/** `dist/ci/utils/pack`: the archive that is sent, before compression. */
export interface Packer {
  pack(files: Record<string, string | Buffer>): { buffer: Buffer };
}
