import type { PackedFile } from './jobs';

/** Bytes of the uploaded package by part. */
export interface PackageReport {
  /** Without source maps, before compression: the size that WeChat's limits count. */
  readonly total: number;
  /** The same without what belongs to a subpackage. */
  readonly main: number;
  /** As sent: packed and compressed. */
  readonly gzip: number;
  readonly files: number;
  readonly parts: readonly {
    readonly part: string;
    readonly files: number;
    readonly bytes: number;
  }[];
}

/** Bytes of the main package without source maps: it is fetched before the first page (KB = 1,000). */
export const BUDGET = 270_000;

/** A part's name, and which files belong to it: the first that fits. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['@vant/weapp', /^miniprogram_npm\/@vant\/weapp\//],
  ['crypto-js', /^crypto\.js$/],
  ['shared script', /^shared\.js$/],
  ['services', /^services\/start\.js$/],
  ['pages', /^pages\/[a-z-]+\/[a-z-]+\.(js|json|wxml|wxss|wxs)$/],
  ['components', /^components\/[a-z-]+\/[a-z-]+\.(js|json|wxml|wxss|wxs)$/],
  ['assets', /^assets\/([a-z-]+\/)?[a-z-]+\.(svg|png|mp3|wav)$/],
  ['app', /^(app\.(js|json|wxss)|(sitemap|theme|project\.config)\.json)$/],
];

/** Test and demonstration files have no place on a phone, whatever their folder. */
const UNWANTED =
  /(^|\/)(test|tests|__tests__|mock|demo|docs|example|simulator|sandbox)(\/|\.)|\.test\./;

export function partOf(file: string): string | undefined {
  if (UNWANTED.test(file)) return undefined;
  return PARTS.find(([, pattern]) => pattern.test(file))?.[0];
}

/** The files that belong to no part: nobody meant to upload them. */
export function strayFiles(files: readonly PackedFile[]): string[] {
  return files.map(({ file }) => file).filter((file) => partOf(file) === undefined);
}

/** @param subpackages their roots, from app.json */
export function reportPackage(
  files: readonly PackedFile[],
  gzip: number,
  subpackages: readonly string[] = [],
): PackageReport {
  const apart = ({ file }: PackedFile): boolean =>
    subpackages.some((root) => file.startsWith(`${root.replace(/^\/|\/$/g, '')}/`));
  const names = [...PARTS.map(([name]) => name), 'stray'];
  const parts = names.map((part) => {
    const own = files.filter(({ file }) => (partOf(file) ?? 'stray') === part);
    return { part, files: own.length, bytes: sum(own) };
  });
  return {
    total: sum(files),
    main: sum(files.filter((one) => !apart(one))),
    gzip,
    files: files.length,
    parts: parts.filter((one) => one.files > 0).sort((a, b) => b.bytes - a.bytes),
  };
}

function sum(files: readonly PackedFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
