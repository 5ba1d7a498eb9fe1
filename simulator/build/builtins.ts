/**
 * The built-in elements that the simulator has. One list for the compiler (a tag outside it and
 * outside `usingComponents` is an error) and for the runtime (which must implement each).
 */
export const BUILTIN_ELEMENTS = [
  'button',
  'cover-image',
  'cover-view',
  'form',
  'icon',
  'image',
  'input',
  'label',
  'navigation-bar',
  'page-container',
  'page-meta',
  'progress',
  'root-portal',
  'scroll-view',
  'switch',
  'text',
  'textarea',
  'view',
] as const;

export type BuiltinElement = (typeof BUILTIN_ELEMENTS)[number];

/** Tags the template compiler itself understands. */
export const TEMPLATE_TAGS = ['block', 'import', 'include', 'slot', 'template', 'wxs'] as const;
