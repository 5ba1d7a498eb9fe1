import type { Page } from '@playwright/test';

/**
 * @returns every text on the page on top that is cut off or sticks out of the screen, every hint that
 * its field has no room for, and every figure that is broken over two lines
 */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.sim-page:not([hidden]) .sim-stage');
    if (root === null) return ['no page'];
    const screen = root.getBoundingClientRect();
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || parent?.checkVisibility() !== true) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, top, bottom, width } = range.getBoundingClientRect();
      if (width === 0) continue;
      if (left < screen.left - 1 || right > screen.right + 1)
        found.push(`${text}: out of the screen`);
      const lines = new Set(Array.from(range.getClientRects(), (line) => Math.round(line.top)));
      if (/^[¥\d.,:-]+$/.test(text) && lines.size > 1) found.push(`${text}: broken`);
      // The nearest box that hides what does not fit, other than the page's own scrolling.
      for (
        let box: Element | null = parent;
        box !== null && box !== root;
        box = box.parentElement
      ) {
        const { overflowX, overflowY } = getComputedStyle(box);
        if (box.classList.contains('sim-scroller')) break;
        const frame = box.getBoundingClientRect();
        const cutX = overflowX !== 'visible' && (left < frame.left - 1 || right > frame.right + 1);
        const cutY = overflowY === 'hidden' && (top < frame.top - 2 || bottom > frame.bottom + 2);
        // A key whose word is larger than itself.
        const role = box.getAttribute('role');
        const key = role === 'button' || box.localName === 'wx-button';
        const burst =
          key &&
          (left < frame.left - 1 ||
            right > frame.right + 1 ||
            top < frame.top - 2 ||
            bottom > frame.bottom + 2);
        if (cutX || cutY || burst) {
          found.push(`${text}: cut by ${box.localName}.${box.className}`);
          break;
        }
      }
    }
    const ruler = document.createElement('canvas').getContext('2d');
    for (const field of root.querySelectorAll('input')) {
      if (!field.checkVisibility() || field.value !== '' || ruler === null) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      ruler.font = getComputedStyle(field, '::placeholder').font || font;
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      const needed = ruler.measureText(field.placeholder).width;
      if (needed > room + 1) found.push(`${field.placeholder}: ${needed} px in ${room} px`);
    }
    const scroller = root.querySelector('.sim-scroller');
    if (scroller !== null && scroller.scrollWidth > scroller.clientWidth)
      found.push('scrolls sideways');
    return found;
  });
}
