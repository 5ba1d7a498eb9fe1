import * as glassEasel from 'glass-easel';
import { ViewElement } from '../view/element';

/** What glass-easel calls a target: a node, or what the adapter wraps around a component. */
type Target = object;

function elementOf(target: Target): glassEasel.Element {
  const { _$: inner } = target as { readonly _$?: unknown };
  return (inner ?? target) as glassEasel.Element;
}

/** A node as WeChat describes it in an event: plain data, no live object. */
function describe(target: Target): Record<string, unknown> {
  const element = elementOf(target);
  const backend = element.getBackendElement();
  const node = backend instanceof ViewElement ? backend.node : null;
  const place =
    node instanceof HTMLElement ? { offsetLeft: node.offsetLeft, offsetTop: node.offsetTop } : {};
  const dataset = { ...(element.dataset as Record<string, unknown> | null) };
  return { id: element.id, dataset, ...place };
}

/**
 * Handlers get plain events, as WeChat sends them over its bridge. glass-easel hands out live
 * nodes; what it needs itself (to stop bubbling) stays on the event, out of sight.
 */
export function installPlainEvents(): void {
  glassEasel.Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    const plain = {
      type: this.type,
      timeStamp: this.timeStamp,
      target: describe(target),
      currentTarget: describe(currentTarget),
      mark: mark ?? {},
      detail: this.detail as unknown,
      ...this.extraFields,
    };
    const control = {
      stopPropagation: { value: () => this.stopPropagation() },
      preventDefault: { value: () => this.preventDefault() },
      markMutated: { value: () => this.markMutated() },
    };
    return Object.defineProperties(plain, control) as unknown as glassEasel.ShadowedEvent<unknown>;
  };
}

/** A handler that a template names and the component lacks: a warning in WeChat, too. */
export function warnOfMissingHandlers(): void {
  const find = glassEasel.Component.getMethod.bind(glassEasel.Component);
  glassEasel.Component.getMethod = (component, name) => {
    const method = find(component, name);
    if (method === undefined && name !== '') {
      const { is } = component as { is?: string };
      console.warn(`Component "${is ?? ''}" does not have a method "${name}" to handle an event.`);
    }
    return method;
  };
}
