import { watch, type FSWatcher } from 'node:fs';
import { formatDiagnostic } from '../build/diagnostics';
import { compileProject, type ProjectAssets } from '../build/project';
import type { FolderTree } from '../build/source-tree';

/** Editors write a file in several steps: wait until they are done (ms). */
const SETTLE_MS = 80;

/** Keeps the compiled mini program, and compiles it anew when a file changes. */
export class ProjectHost {
  private compiled: Promise<ProjectAssets> | undefined;
  private text: Promise<string> | undefined;
  private watcher: FSWatcher | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners = new Set<() => void>();
  private reported = '';

  /** @param sourceMaps whether each script carries its own, for a person who debugs */
  constructor(
    private readonly tree: FolderTree,
    private readonly sourceMaps: boolean,
  ) {}

  assets(): Promise<ProjectAssets> {
    this.compiled ??= compileProject(this.tree, this.sourceMaps).then((assets) => {
      this.report(assets);
      return assets;
    });
    return this.compiled;
  }

  /** The same as JSON: a megabyte, made once for every page that loads. */
  assetsText(): Promise<string> {
    this.text ??= this.assets().then((assets) => JSON.stringify(assets));
    return this.text;
  }

  /** Where a file of the package lies, for pictures and sounds. */
  locate(path: string): string {
    return this.tree.locate(path);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  watch(): void {
    this.watcher = watch(this.tree.locate(''), { recursive: true }, () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.change(), SETTLE_MS);
    });
    // A watcher that cannot go on (too many files) only costs the live reload.
    this.watcher.on('error', () => this.watcher?.close());
  }

  close(): void {
    clearTimeout(this.timer);
    this.watcher?.close();
  }

  private change(): void {
    this.compiled = undefined;
    this.text = undefined;
    for (const listener of this.listeners) listener();
  }

  /** Says what is wrong on the terminal, once for every change of it. */
  private report(assets: ProjectAssets): void {
    const text = assets.diagnostics.map(formatDiagnostic).join('\n');
    if (text === this.reported) return;
    this.reported = text;
    if (text !== '') process.stderr.write(`${text}\n`);
  }
}
