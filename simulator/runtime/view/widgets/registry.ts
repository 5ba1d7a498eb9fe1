import type { Widget } from '../widget';

const WIDGETS = new WeakMap<Node, Widget>();

export function rememberWidget(node: Node, widget: Widget): void {
  WIDGETS.set(node, widget);
}

/** The built-in element whose own node this is. */
export const widgetOf = (node: Node | null): Widget | undefined =>
  node === null ? undefined : WIDGETS.get(node);
