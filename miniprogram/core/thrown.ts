import { asObject } from './json';
import { redact } from './redact';

/** What was thrown, in two parts; '' for what it does not have. */
export interface ThrownText {
  /** May hold anything: mask it before it is kept. */
  readonly message: string;
  /** Lines of V8 ("at name (place)") or of JavaScriptCore ("name@place"). */
  readonly stack: string;
}

/** A place in a script, as engines write it at the end of a frame. */
const AT = '[^\\s()]*[./<][^\\s()]*:\\d+(?::\\d+)?';
/** "at name (place)" and "at place" of V8; its places may have no file. */
const V8_FRAME = new RegExp(
  `^\\s*at (?:[^()]{0,200}\\((?:${AT}|<anonymous>|native|index \\d+)\\)|(?:async )?${AT}|<anonymous>)$`,
);
/** "name@place" of JavaScriptCore; functions without a name leave the place alone. */
const JSC_FRAME = new RegExp(`^(?:[^@]{0,200}@)?(?:${AT}|\\[native code\\])$`);
/** No frame is longer: a longer line is a message. */
const LONGEST_FRAME = 500;

/**
 * Takes apart an error, a text of App.onError (message and stack in one) or a failure of a `wx` call
 * (`errMsg`).
 */
export function readThrown(thrown: unknown): ThrownText {
  if (typeof thrown === 'string') return splitText(thrown);
  const { message, errMsg, stack } = asObject(thrown) ?? {};
  const said = typeof message === 'string' ? message : errMsg;
  const text = typeof said === 'string' ? said : '';
  return { message: text, stack: typeof stack === 'string' ? behind(text, stack) : '' };
}

/** V8 begins a stack with the message, which may look like frames itself. */
function behind(message: string, stack: string): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  return at === -1 ? stack : stack.slice(at + message.length);
}

function splitText(text: string): ThrownText {
  const lines = text.split('\n');
  const first = lines.findIndex(isFrame);
  if (first === -1) return { message: text, stack: '' };
  return { message: lines.slice(0, first).join('\n'), stack: lines.slice(first).join('\n') };
}

function isFrame(line: string): boolean {
  return line.length <= LONGEST_FRAME && (V8_FRAME.test(line) || JSC_FRAME.test(line));
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
