import * as glassEasel from 'glass-easel';
import { TEMPORARY_CLASSES } from '../glass-easel-enums';
import type { ViewElement } from './element';
import { emit, type EmitOptions } from './emit';

/** How long a finger must rest before `hover-class`, and how long the look stays (ms). */
export interface Hover {
  readonly className: string;
  readonly startTime: number;
  readonly stayTime: number;
  readonly stopPropagation: boolean;
}

/** The view's half of a built-in element: a DOM node and what its properties do to it. */
export class Widget {
  constructor(
    protected readonly owner: ViewElement,
    readonly node: HTMLElement,
  ) {}

  /** The node that a screen reader should find: the inner field of an input. */
  protected get accessible(): HTMLElement {
    return this.node;
  }

  /** A property changed. Booleans arrive as '' (true) and false. */
  set(name: string, value: unknown): void {
    if (name === 'hidden') this.node.toggleAttribute('hidden', isTrue(value));
    else if (name === 'role' || name === 'aria-role') this.setRole(text(value));
    else if (name.startsWith('aria-')) setOrRemove(this.accessible, name, text(value));
    else this.update(name, value);
  }

  protected setRole(role: string): void {
    setOrRemove(this.accessible, 'role', role);
    if (['button', 'link', 'checkbox', 'switch', 'tab', 'radio', 'menuitem'].includes(role)) {
      this.accessible.tabIndex = 0;
    }
  }

  /** The element's own properties. */
  protected update(_name: string, _value: unknown): void {}

  /** Whether taps are ignored. */
  get disabled(): boolean {
    return false;
  }

  get hover(): Hover | undefined {
    return undefined;
  }

  /** What a tap on the element (or on its label) does in the view itself. */
  activate(): void {}

  /** The node has left the page for good. */
  dispose(): void {}

  /** Puts the hover look on or off; class names are resolved in the template's own scope. */
  showHover(className: string): void {
    this.owner.scene.logic.post(() => {
      this.owner.__wxElement?.setNodeClass(className, TEMPORARY_CLASSES);
    }, 0);
  }

  protected emit(type: string, detail: unknown, options?: EmitOptions): void {
    emit(this.owner, type, detail, options);
  }

  /** Tells the script's half that the user changed a property (for `model:`). */
  protected sync(name: string, value: unknown): void {
    this.owner.scene.logic.post(() => {
      const element = this.owner.__wxElement;
      if (element === undefined || !glassEasel.Component.isComponent(element)) return;
      element.replaceDataOnPath([name], value);
      element.applyDataUpdates();
    });
  }
}

export const isTrue = (value: unknown): boolean => value !== false && value !== undefined;

export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export function setOrRemove(node: HTMLElement, name: string, value: string): void {
  if (value === '') node.removeAttribute(name);
  else node.setAttribute(name, value);
}

/** For elements whose `hover-class` is theirs to set. */
export class HoverSettings {
  private className: string;

  constructor(
    private readonly initial: string,
    private startTime: number,
    private stayTime: number,
    private stop = false,
  ) {
    this.className = initial;
  }

  /** Takes the property if it is one of hover's. */
  take(name: string, value: unknown): boolean {
    if (name === 'hover-class') this.className = value === false ? this.initial : text(value);
    else if (name === 'hover-start-time') this.startTime = Number(value);
    else if (name === 'hover-stay-time') this.stayTime = Number(value);
    else if (name === 'hover-stop-propagation') this.stop = isTrue(value);
    else return false;
    return true;
  }

  get current(): Hover | undefined {
    if (this.className === '' || this.className === 'none') return undefined;
    const { className, startTime, stayTime, stop } = this;
    return { className, startTime, stayTime, stopPropagation: stop };
  }
}
