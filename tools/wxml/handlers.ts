import type { App } from './app';
import type { Finding } from './finding';
import { methodsOf } from './methods';
import { elementsOf, type Attribute, type WxmlNode } from './parse';

const BINDING = /^(?:capture-)?(?:mut-)?(?:bind|catch):?(.+)$/;

/** The event that an attribute binds, if it binds one. */
export function boundEvent(attribute: Attribute): string | undefined {
  return BINDING.exec(attribute.name)?.[1];
}

/** Handlers that the page or component does not define: on a phone the tap does nothing. */
export function checkHandlers(app: App, owner: string, file: string, nodes: WxmlNode[]): Finding[] {
  const bindings = elementsOf(nodes).flatMap(({ attributes }) =>
    attributes.filter((attribute) => boundEvent(attribute) !== undefined),
  );
  if (bindings.length === 0) return [];
  const script = owner.replace(/\.wxml$/, '.ts');
  const methods = app.exists(script) ? methodsOf(app.read(script)) : undefined;
  if (methods === undefined) {
    return [
      { file, line: 1, message: `binds events, but ${script} has no Component({ methods })` },
    ];
  }
  return bindings.flatMap(({ name, value = '', line }) =>
    handlersIn(value)
      .filter((handler) => !methods.has(handler))
      .map((handler) => ({
        file,
        line,
        message: `${name}="${value}": methods has no ${handler || 'handler of this name'}`,
      })),
  );
}

/** The name itself, or every name that an expression can give. */
function handlersIn(value: string): string[] {
  if (!value.includes('{{')) return [value];
  return [...value.matchAll(/'([^']*)'|"([^"]*)"/g)]
    .map((found) => found[1] ?? found[2] ?? '')
    .filter((name) => name !== '');
}
