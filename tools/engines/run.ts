import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from './engine';
import type { Found, Plan } from './phone/plan';

/** Who answers what a phone asks for. */
export type Answerer = (kind: string, value: unknown) => Promise<unknown>;

/** A line of ours; engines print lines of their own (phone/wire.ts). */
const MARK = '@';
const LIMIT_MS = 120_000;

/** The engine ended without saying what it found; the message has its last words. */
export class EngineEndedError extends Error {
  override readonly name = 'EngineEndedError';
}

/**
 * Runs the phone on an engine, and answers what it asks for.
 *
 * @param phone the compiled script of phone/main.ts
 * @throws EngineEndedError
 */
export async function runEngine(
  command: Command,
  phone: string,
  plan: Plan,
  answer: Answerer,
): Promise<Found> {
  const folder = mkdtempSync(path.join(tmpdir(), 'engine-'));
  const script = path.join(folder, 'phone.js');
  // The Promise over timers looks for setTimeout as it is loaded, before the phone has made one.
  writeFileSync(script, `var PLAN = ${ascii(plan)}, setTimeout;\n${phone}`);
  try {
    return await talk(command, script, answer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function talk(command: Command, script: string, answer: Answerer): Promise<Found> {
  const [program = '', ...words] = command.words;
  const child = spawn(program, [...words, script], {
    // The same day everywhere: what some engines know of other zones, the phone tells them.
    env: { ...process.env, ...command.env, TZ: 'UTC' },
    timeout: LIMIT_MS,
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
  // It may be gone before its answer comes.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`ended with ${String(signal ?? code)}`));
  });
  let found: Found | null = null;
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith(MARK)) {
      said = `${said}\n${line}`.slice(-2_000);
      continue;
    }
    const { kind, value } = JSON.parse(line.slice(MARK.length)) as { kind: string; value: unknown };
    if (kind === 'found') found = value as Found;
    else child.stdin.write(`${ascii(await answer(kind, value))}\n`);
  }
  const end = await ended;
  if (found === null) throw new EngineEndedError(`${end}: ${said.trim()}`);
  return found;
}

/** JSON in ASCII: every engine reads it alike, and a lone surrogate survives. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
