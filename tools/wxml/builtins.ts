/** WeChat's own elements (base library 3), and the tags of the template language. */
export const BUILTIN_TAGS: ReadonlySet<string> = new Set([
  ...['block', 'import', 'include', 'slot', 'template', 'wxs'],
  ...['cover-image', 'cover-view', 'match-media', 'movable-area', 'movable-view'],
  ...['page-container', 'page-meta', 'navigation-bar', 'root-portal', 'scroll-view'],
  ...['swiper', 'swiper-item', 'view', 'icon', 'progress', 'rich-text', 'text'],
  ...['button', 'checkbox', 'checkbox-group', 'editor', 'form', 'input', 'keyboard-accessory'],
  ...['label', 'picker', 'picker-view', 'picker-view-column', 'radio', 'radio-group'],
  ...['slider', 'switch', 'textarea', 'navigator', 'audio', 'camera', 'image', 'video'],
  ...['live-player', 'live-pusher', 'map', 'canvas', 'web-view', 'ad', 'official-account'],
]);
