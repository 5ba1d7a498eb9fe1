/**
 * What cannot cross from the app's script to the view: WeChat carries data as JSON. A phone drops
 * such values or shows a warning, and the page is then wrong in silence; here it is an error.
 */
export function findUnsendable(value: unknown, path: string): string | undefined {
  return visit(value, path, new Set());
}

function visit(value: unknown, path: string, above: Set<object>): string | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : `${path} 是 ${String(value)}`;
    case 'object':
      return value === null ? undefined : visitObject(value, path, above);
    default:
      return `${path} 是 ${typeof value}`;
  }
}

function visitObject(value: object, path: string, above: Set<object>): string | undefined {
  if (above.has(value)) return `${path} 指回了自己`;
  const inner = new Set(above).add(value);
  if (Array.isArray(value)) return visitArray(value, path, inner);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    const { name } = (value as { constructor: { name: string } }).constructor;
    return `${path} 是 ${name} 的实例，不是普通对象`;
  }
  for (const [key, entry] of Object.entries(value)) {
    const found = visit(entry, `${path}.${key}`, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function visitArray(
  list: readonly unknown[],
  path: string,
  above: Set<object>,
): string | undefined {
  for (let index = 0; index < list.length; index += 1) {
    const found = visit(list[index], `${path}[${index}]`, above);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Throws with the path of the first value that JSON cannot carry. */
export function checkSetData(data: unknown, component: string): void {
  if (typeof data !== 'object' || data === null) {
    throw new TypeError(`${component}: setData 的参数应当是一个对象`);
  }
  for (const [path, value] of Object.entries(data)) {
    const found = findUnsendable(value, path);
    if (found !== undefined) {
      throw new TypeError(`${component}: setData 只能传 JSON 装得下的值，${found}`);
    }
  }
}

/** One call of setData. */
export interface SetDataCall {
  /** Path of the page or component. */
  readonly is: string;
  /** As JSON in UTF-8. */
  readonly bytes: number;
  /** ms since the page was loaded */
  readonly at: number;
}

/** A shift of taps; older calls are only counted. */
const KEPT_CALLS = 2_000;

/** How often and how much was sent to the view: WeChat's audit counts both. */
export class SetDataLog {
  count = 0;
  bytes = 0;
  /** The biggest single call (bytes). */
  largest = 0;
  /** The newest calls, oldest first. */
  calls: SetDataCall[] = [];
  /** `data` as the app's pages and components begin with: it travels too, though by no call (bytes). */
  initial = 0;

  addInitial(data: unknown): void {
    this.initial += sizeOf(data);
  }

  add(data: unknown, is = ''): void {
    const length = sizeOf(data);
    this.count += 1;
    this.bytes += length;
    this.largest = Math.max(this.largest, length);
    if (this.calls.length === KEPT_CALLS) this.calls.shift();
    this.calls.push({ is, bytes: length, at: performance.now() });
  }

  reset(): void {
    this.count = 0;
    this.bytes = 0;
    this.largest = 0;
    this.calls = [];
    this.initial = 0;
  }
}

const sizeOf = (data: unknown): number => new TextEncoder().encode(JSON.stringify(data)).length;
