import type { BuiltinElement } from '../../../build/builtins';
import type { ViewElement } from '../element';
import { Widget } from '../widget';
import { ButtonWidget } from './button';
import { ImageWidget } from './image';
import { InputWidget } from './input';
import { rememberWidget } from './registry';
import { ScrollViewWidget } from './scroll-view';
import {
  FormWidget,
  IconWidget,
  LabelWidget,
  LayerWidget,
  PageMetaWidget,
  ProgressWidget,
} from './small';
import { SwitchWidget } from './switch';
import { TextareaWidget } from './textarea';
import { TextWidget } from './text';
import { ViewWidget } from './view';

type WidgetClass = new (owner: ViewElement, node: HTMLElement) => Widget;

const CLASSES: Readonly<Record<BuiltinElement, WidgetClass>> = {
  button: ButtonWidget,
  'cover-image': ImageWidget,
  'cover-view': ViewWidget,
  form: FormWidget,
  icon: IconWidget,
  image: ImageWidget,
  input: InputWidget,
  label: LabelWidget,
  'navigation-bar': Widget,
  'page-container': LayerWidget,
  'page-meta': PageMetaWidget,
  progress: ProgressWidget,
  'root-portal': Widget,
  'scroll-view': ScrollViewWidget,
  switch: SwitchWidget,
  text: TextWidget,
  textarea: TextareaWidget,
  view: ViewWidget,
};

/** glass-easel's name for the node of a built-in element; custom components have another. */
export const BUILTIN_PREFIX = 'wx-builtin-';

/** The view's half of a built-in element; custom components have none. */
export function createWidget(
  logicalName: string,
  owner: ViewElement,
  node: HTMLElement,
): Widget | undefined {
  if (!logicalName.startsWith(BUILTIN_PREFIX)) return undefined;
  const name = logicalName.slice(BUILTIN_PREFIX.length) as BuiltinElement;
  const widget = new CLASSES[name](owner, node);
  rememberWidget(node, widget);
  return widget;
}
