/** An attribute as written; `value` is undefined when there is none. */
export interface Attribute {
  name: string;
  value: string | undefined;
  line: number;
}

/** A tag with what stands in it. */
export interface WxmlElement {
  tag: string;
  attributes: Attribute[];
  children: WxmlNode[];
  line: number;
}

/** Text between tags, its `{{ }}` included. */
export interface WxmlText {
  text: string;
  line: number;
}

export type WxmlNode = WxmlElement | WxmlText;

/** One after the other: a comment, a WXS body (code, no markup), an end tag, a start tag. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/y;
const END_TAG = /<\/([\w-]+)\s*>/y;
const START_TAG = /<([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/y;
const WXS_BODY = /[\s\S]*?(?=<\/wxs\s*>)/y;
const TEXT = /(?:\{\{[\s\S]*?\}\}|<(?![a-zA-Z/!])|[^<])+/y;
const ATTRIBUTE = /([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/**
 * Reads a template into a tree, leniently: both compilers have judged the syntax before, here only
 * what they do not check is looked for.
 */
export function parseWxml(source: string): WxmlNode[] {
  const root: WxmlElement = { tag: '', attributes: [], children: [], line: 1 };
  const open = [root];
  let position = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const found = pattern.exec(source);
    if (found) position = pattern.lastIndex;
    return found;
  };
  while (position < source.length) {
    const line = lineAt(source, position);
    const parent = open.at(-1) ?? root;
    let found: RegExpExecArray | null;
    if (match(COMMENT)) continue;
    if ((found = match(END_TAG))) {
      const at = open.findLastIndex((element) => element.tag === found?.[1]);
      if (at > 0) open.length = at;
    } else if ((found = match(START_TAG))) {
      const [whole, tag = '', inside = '', selfClosed] = found;
      const insideAt = position - whole.length + 1 + tag.length;
      const attributes = readAttributes(source, inside, insideAt);
      const element: WxmlElement = { tag, attributes, children: [], line };
      parent.children.push(element);
      if (tag === 'wxs' && !selfClosed) match(WXS_BODY);
      if (!selfClosed) open.push(element);
    } else if ((found = match(TEXT))) {
      parent.children.push({ text: found[0], line });
    } else {
      position += 1;
    }
  }
  return root.children;
}

/** All elements, a parent before its children. */
export function elementsOf(nodes: WxmlNode[]): WxmlElement[] {
  return nodes.flatMap((node) => ('tag' in node ? [node, ...elementsOf(node.children)] : []));
}

/** An attribute's value: '' when it has none, undefined when the attribute is absent. */
export function valueOf(element: WxmlElement, name: string): string | undefined {
  const attribute = element.attributes.find((one) => one.name === name);
  return attribute && (attribute.value ?? '');
}

function readAttributes(source: string, inside: string, insideAt: number): Attribute[] {
  return [...inside.matchAll(ATTRIBUTE)].map((found) => ({
    name: found[1] ?? '',
    value: found[2] ?? found[3],
    line: lineAt(source, insideAt + found.index),
  }));
}

function lineAt(source: string, position: number): number {
  return source.slice(0, position).split('\n').length;
}
