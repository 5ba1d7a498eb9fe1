import parser from 'postcss-selector-parser';
import { HOST, OWNED, PREFIX } from './style-binding';

/** What a selector in a component's own WXSS may not be on a phone. */
export interface SelectorResult {
  readonly selector: string;
  /** The first tag, id or attribute selector: not allowed in a component's WXSS. */
  readonly forbidden: string | undefined;
}

/**
 * Rewrites one selector list of WXSS. `component` = the style sheet belongs to a component and
 * not to a page or app.wxss. As on a phone: a page's class reaches into no component, but its tag
 * selectors reach everywhere; in a component every kind of selector stays inside.
 */
export function rewriteSelector(selector: string, component: boolean): SelectorResult {
  let forbidden: string | undefined;
  const root = parser().astSync(selector);
  root.walkClasses((node) => {
    node.value = PREFIX + node.value;
  });
  root.walkTags((node) => {
    if (/^(from|to|\d.*%)$/.test(node.value)) return;
    forbidden ??= component ? node.value : undefined;
    node.value = `wx-${node.value}`;
  });
  if (component) {
    root.walkIds((node) => {
      forbidden ??= `#${node.value}`;
    });
    root.walkAttributes((node) => {
      forbidden ??= `[${node.attribute}]`;
    });
  }
  root.walkPseudos((node) => {
    if (node.value === ':host') node.replaceWith(parser.pseudo({ value: HOST }));
  });
  root.each((one) => {
    limit(one, component);
  });
  return { selector: root.toString(), forbidden };
}

/** Adds the condition of ownership to every compound that has no class to carry it. */
function limit(selector: parser.Selector, component: boolean): void {
  for (const compound of compounds(selector)) {
    const carries = compound.some(
      (node) => node.type === 'class' || (node.type === 'pseudo' && node.value === HOST),
    );
    if (carries) continue;
    const first = compound[0];
    if (first === undefined) continue;
    if (component) place(selector, compound, OWNED);
    // `*` of a page must not reach the simulator's own frame around the phone's page.
    else if (first.type === 'universal') place(selector, compound, ':where(wx-page, wx-page *)');
  }
}

function place(selector: parser.Selector, compound: parser.Node[], text: string): void {
  const first = compound[0];
  if (first === undefined) return;
  const mark = parser.pseudo({ value: text });
  if (first.type === 'tag' || first.type === 'universal') selector.insertAfter(first, mark);
  else {
    mark.spaces.before = first.spaces.before;
    first.spaces.before = '';
    selector.insertBefore(first, mark);
  }
}

function compounds(selector: parser.Selector): parser.Node[][] {
  const list: parser.Node[][] = [[]];
  for (const node of selector.nodes) {
    if (node.type === 'combinator') list.push([]);
    else if (node.type !== 'comment') list[list.length - 1]?.push(node);
  }
  return list.filter((compound) => compound.length > 0);
}
