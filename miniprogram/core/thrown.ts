import { asObject } from './json';
import { redact } from './redact';

/** What was thrown, in two parts; '' for what it does not have. */
export interface ThrownText {
  /** May hold anything: mask it before it is kept. */
  readonly message: string;
  /** Lines of V8 ("at name (place)") or of JavaScriptCore ("name@place"). */
  readonly stack: string;
}

/** V8's frames; JavaScriptCore's, whose functions without a name leave the place alone. */
const FRAME_LINE =
  /^\s*at\s.*[:(<]|^(?:(?:global|eval|module) code|[^\s@]*)@\S|^\S+\.(?:js|ts|wxs)\S*:\d+(?::\d+)?$|^\[native code\]$/;

/**
 * Takes apart an error, a text of App.onError (message and stack in one) or a failure of a `wx` call
 * (`errMsg`).
 */
export function readThrown(thrown: unknown): ThrownText {
  if (typeof thrown === 'string') return splitText(thrown);
  const { message, errMsg, stack } = asObject(thrown) ?? {};
  const said = typeof message === 'string' ? message : errMsg;
  return {
    message: typeof said === 'string' ? said : '',
    stack: typeof stack === 'string' ? stack : '',
  };
}

function splitText(text: string): ThrownText {
  const lines = text.split('\n');
  const first = lines.findIndex(isFrame);
  if (first === -1) return { message: text, stack: '' };
  return { message: lines.slice(0, first).join('\n'), stack: lines.slice(first).join('\n') };
}

function isFrame(line: string): boolean {
  return FRAME_LINE.test(line);
}

const PLACE = /((?:[\w-]+\/)?[\w.-]+\.(?:js|ts|wxs))(?:\?[^\s:]*)?:(\d+)/;
/** Longest stack that is looked at. */
const MAX_READ = 4_000;
const MAX_FRAMES = 8;

/** Where an error came from: file names and lines of its stack, newest first, and nothing else of it. */
export function stackFrames(stack: string): string {
  const frames: string[] = [];
  for (const line of stack.slice(0, MAX_READ).split('\n')) {
    const match = isFrame(line) ? PLACE.exec(line) : null;
    if (match === null || frames.length === MAX_FRAMES) continue;
    const [, path = '', row = ''] = match;
    frames.push(`${fileName(path)}:${row}`);
  }
  return redact(frames.join(' '));
}

/** "collect.ts"; with its folder where every file has the same name. */
function fileName(path: string): string {
  const [name = '', folder] = path.split('/').reverse();
  return folder !== undefined && name.startsWith('index.') ? `${folder}/${name}` : name;
}
