import type * as glassEasel from 'glass-easel';
import { BUILTIN_ELEMENTS, type BuiltinElement } from '../../build/builtins';
import { BUILTIN_PREFIX } from '../view/widgets';

const ARIA = [
  'ariaLabel',
  'ariaRole',
  'ariaHidden',
  'ariaLive',
  'ariaAtomic',
  'ariaBusy',
  'ariaChecked',
  'ariaControls',
  'ariaCurrent',
  'ariaDescribedby',
  'ariaDisabled',
  'ariaExpanded',
  'ariaHaspopup',
  'ariaInvalid',
  'ariaLabelledby',
  'ariaLevel',
  'ariaModal',
  'ariaOrientation',
  'ariaOwns',
  'ariaPosinset',
  'ariaPressed',
  'ariaReadonly',
  'ariaRelevant',
  'ariaRequired',
  'ariaRoledescription',
  'ariaSelected',
  'ariaSetsize',
  'ariaSort',
  'ariaValuemax',
  'ariaValuemin',
  'ariaValuenow',
  'ariaValuetext',
  'role',
] as const;

type Kind = typeof String | typeof Number | typeof Boolean | typeof Object;
type Kinds = Readonly<Record<string, Kind>>;

const HOVER: Kinds = {
  hoverClass: String,
  hoverStartTime: Number,
  hoverStayTime: Number,
  hoverStopPropagation: Boolean,
};

const FIELD: Kinds = {
  value: String,
  name: String,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: String,
  disabled: Boolean,
  maxlength: Number,
  focus: Boolean,
  autoFocus: Boolean,
  cursor: Number,
  cursorSpacing: Number,
  selectionStart: Number,
  selectionEnd: Number,
  adjustPosition: Boolean,
  holdKeyboard: Boolean,
  alwaysEmbed: Boolean,
  confirmType: String,
  confirmHold: Boolean,
};

/** Button properties that only open WeChat's own windows: taken, so that Vant may set them. */
const OPEN_TYPES: Kinds = Object.fromEntries(
  [
    'openType',
    'lang',
    'businessId',
    'sessionFrom',
    'sendMessageTitle',
    'sendMessagePath',
    'sendMessageImg',
    'showMessageCard',
    'appParameter',
  ].map((name) => [name, String] as const),
);

const IMAGE: Kinds = {
  src: String,
  mode: String,
  lazyLoad: Boolean,
  webp: Boolean,
  showMenuByLongpress: Boolean,
};

const PROPERTIES: Readonly<Record<BuiltinElement, Kinds>> = {
  button: {
    ...HOVER,
    ...OPEN_TYPES,
    size: String,
    type: String,
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
  },
  'cover-image': IMAGE,
  'cover-view': { ...HOVER, scrollTop: Number },
  form: { reportSubmit: Boolean },
  icon: { type: String, size: String, color: String },
  image: IMAGE,
  input: { ...FIELD, type: String, password: Boolean },
  label: { for: String },
  'navigation-bar': { title: String, frontColor: String, backgroundColor: String },
  'page-container': {
    show: Boolean,
    duration: Number,
    zIndex: Number,
    overlay: Boolean,
    position: String,
    round: Boolean,
  },
  'page-meta': {
    rootFontSize: String,
    pageFontSize: String,
    pageStyle: String,
    backgroundColor: String,
    backgroundTextStyle: String,
    rootBackgroundColor: String,
  },
  progress: {
    percent: Number,
    showInfo: Boolean,
    strokeWidth: String,
    color: String,
    activeColor: String,
    backgroundColor: String,
    active: Boolean,
  },
  'root-portal': { enable: Boolean },
  'scroll-view': {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: Number,
    scrollLeft: Number,
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    upperThreshold: Number,
    lowerThreshold: Number,
    enhanced: Boolean,
    showScrollbar: Boolean,
    bounces: Boolean,
    enableFlex: Boolean,
    type: String,
  },
  switch: { checked: Boolean, disabled: Boolean, type: String, color: String, name: String },
  text: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean },
  textarea: {
    ...FIELD,
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: Boolean,
    disableDefaultPadding: Boolean,
  },
  view: { ...HOVER, animation: Object },
};

/**
 * The script's half of the built-in elements: components whose only content is their slot and
 * whose properties are passed on to the view, where a widget gives them their meaning.
 */
export function defineBuiltins(
  base: glassEasel.ComponentSpace,
  target: glassEasel.ComponentSpace,
): void {
  for (const name of BUILTIN_ELEMENTS) {
    const properties: Record<string, Kind> = { hidden: Boolean, ...PROPERTIES[name] };
    for (const aria of ARIA) properties[aria] = String;
    const definition = base.defineComponent({
      is: `wx://${name}`,
      options: { hostNodeTagName: BUILTIN_PREFIX + name, reflectToAttributes: true },
      properties,
    });
    target.setGlobalUsingComponent(name, definition.general());
  }
}
