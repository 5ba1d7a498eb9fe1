import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { App } from './app';
import type { Finding } from './finding';

/** What glass-easel's compiler says; lines from 0. */
interface TemplateMessage {
  level: 'Fatal' | 'Error' | 'Warn' | 'Note';
  message: string;
  startLine: number;
}

/** glass-easel's compiler, its warnings as errors: it finds more than the official one. */
export function compileWithGlassEasel(app: App, template: string): Finding[] {
  const group = new TmplGroup();
  try {
    const messages = group.addTmpl(template, app.read(template)) as TemplateMessage[];
    return messages
      .filter(({ level }) => level !== 'Note')
      .map(({ message, startLine }) => ({
        file: template,
        line: startLine + 1,
        message: `glass-easel: ${message}`,
      }));
  } finally {
    group.free();
  }
}

/** WeChat's own compiler, which ships in miniprogram-compiler: what it refuses, no phone runs. */
export function compileWithWcc(app: App, template: string): Finding[] {
  const wcc = wccPath();
  const args = ['-d', '-cc', '0', template, ...app.scripts, '-gn', '$gwx'];
  const { status, stderr, error } = spawnSync(wcc, args, {
    cwd: app.root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error(`the official compiler ${wcc} does not run`, { cause: error });
  const said = stderr.trim();
  if (status === 0 && said === '') return [];
  const [, line = '0', message = said] = /^[^:]*:(\d+):(?:\d+:)?\s*([\s\S]*)$/.exec(said) ?? [];
  return [{ file: template, line: Number(line), message: `wcc: ${message || 'failed'}` }];
}

function wccPath(): string {
  const bin = path.join(
    path.dirname(createRequire(__filename).resolve('miniprogram-compiler')),
    'bin',
  );
  const file = { darwin: 'mac/wcc', win32: 'windows/wcc.exe' }[process.platform as string];
  const wcc = path.join(bin, file ?? 'linux/wcc');
  try {
    // npm does not always keep the mode of a packed file.
    chmodSync(wcc, 0o755);
  } catch {
    // Somebody else's install: it runs as it is, or spawning tells.
  }
  return wcc;
}
