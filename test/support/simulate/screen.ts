import { attribute, shownElements, shownTexts, trigger } from './nodes';

/** One element on the screen, as a person or a screen reader finds it. */
export interface ScreenElement {
  /** The text shown in it. */
  text(): string;
  /** An attribute as the template set it last: `disabled`, `value`, `class`, … */
  attribute(name: string): unknown;
  /** A tap of a finger. A disabled native button does not feel it, as in WeChat. */
  tap(): Promise<void>;
  /** Types a text into a native input: its whole new value. */
  input(value: string): Promise<void>;
  /** Any other event of a built-in element, for example `confirm` or `blur`. */
  trigger(event: string, detail?: unknown): Promise<void>;
}

/** What is shown. */
export interface Screen {
  /** Every text shown, in document order, Vant's components included. */
  texts(): string[];
  /** The same in one line, a space between two. */
  text(): string;
  /** The one element with this accessible name (aria-label, or else its text). Throws if none or several. */
  get(name: string): ScreenElement;
  /** The same, or undefined when there is none. */
  find(name: string): ScreenElement | undefined;
  /** Ends when there is one: what slides in comes by timers of Vant's own. Throws after 2 s. */
  waitFor(name: string): Promise<void>;
  /** Every name there is, for messages: aria-labels and texts. */
  names(): string[];
  tap(name: string): Promise<void>;
  input(name: string, value: string): Promise<void>;
}

/** Looks at what is shown below an element. */
export function screenOf(root: Element): Screen {
  const find = (name: string): ScreenElement | undefined => {
    const matches = innermost(matching(root, name));
    const [first, ...others] = matches;
    if (others.length > 0) throw new Error(`${String(matches.length)} elements are named ${name}`);
    return first && toScreenElement(first);
  };
  const names = (): string[] => [
    ...shownElements(root).flatMap((one) => label(one) ?? []),
    ...shownTexts(root),
  ];
  const get = (name: string): ScreenElement => {
    const found = find(name);
    if (found) return found;
    throw new Error(`nothing is named ${name}; there are: ${[...new Set(names())].join(' | ')}`);
  };
  return {
    texts: () => shownTexts(root),
    text: () => shownTexts(root).join(' '),
    get,
    find,
    waitFor: async (name) => {
      for (let waited = 0; find(name) === undefined && waited < 2000; waited += 10) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      get(name);
    },
    names,
    tap: (name) => get(name).tap(),
    input: (name, value) => get(name).input(value),
  };
}

/** Lets promises, `setData` callbacks and queued events run; timers do not. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}

function label(element: Element): string | undefined {
  const value = attribute(element, 'aria-label');
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Elements labelled so; where none is, those that show just this text. */
function matching(root: Element, name: string): Element[] {
  const all = shownElements(root);
  const labelled = all.filter((element) => label(element) === name);
  if (labelled.length > 0) return labelled;
  return all.filter((element) => shownTexts(element).join(' ') === name);
}

/** Vant hands a label down to its native element: of nested matches the innermost counts. */
function innermost(elements: Element[]): Element[] {
  return elements.filter((one) => !elements.some((other) => other !== one && one.contains(other)));
}

function toScreenElement(element: Element): ScreenElement {
  const afterwards = (): Promise<void> => settle();
  return {
    text: () => shownTexts(element).join(' '),
    attribute: (name) => attribute(element, name),
    tap: () => {
      if (!isDisabled(element)) touch(element);
      return afterwards();
    },
    input: (value) => {
      trigger(element, 'input', { value, cursor: value.length });
      return afterwards();
    },
    trigger: (event, detail = {}) => {
      trigger(element, event, detail);
      return afterwards();
    },
  };
}

function isDisabled(element: Element): boolean {
  const button = element.closest('wx-button');
  return button !== null && Boolean(attribute(button, 'disabled'));
}

/** A short touch: the component system makes the tap of it. */
function touch(element: Element): void {
  const point = { identifier: 0, pageX: 0, pageY: 0 };
  const event = (type: string, touches: object[]): Event =>
    Object.assign(new Event(type, { bubbles: true }), { touches, changedTouches: [point] });
  element.dispatchEvent(event('touchstart', [point]));
  element.dispatchEvent(event('touchend', []));
}
