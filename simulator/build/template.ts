import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILTIN_ELEMENTS, TEMPLATE_TAGS } from './builtins';
import { positionAt, type Diagnostics } from './diagnostics';
import { isNpmPath, joinPath } from './paths';
import type { SourceTree } from './source-tree';
import { findTags } from './tags';
import { rewriteWxs, WXS_PRELUDE, wxsRequires } from './wxs';

/** What the compiler says about a template (positions from 0). */
interface TemplateMessage {
  readonly level: 'Fatal' | 'Error' | 'Warn' | 'Note';
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

const KNOWN_TAGS = new Set<string>([...BUILTIN_ELEMENTS, ...TEMPLATE_TAGS]);

/** Compiles every template of a mini program, with what they import, into one script. */
export class TemplateCompiler {
  private readonly group = new TmplGroup();
  private readonly seen = new Set<string>();

  constructor(
    private readonly tree: SourceTree,
    private readonly diagnostics: Diagnostics,
  ) {}

  /** Adds `path` (without `.wxml`); `components` = the tags that `usingComponents` names. */
  add(path: string, components: readonly string[]): void {
    if (this.seen.has(path)) return;
    this.seen.add(path);
    const file = `${path}.wxml`;
    const text = this.tree.read(file);
    if (text === undefined) {
      this.diagnostics.error(file, '找不到模板文件');
      return;
    }
    if (!this.compile(path, file, text)) return;
    this.checkTags(file, text, components);
    this.addDependencies(path, file, text, components);
  }

  /** An expression whose value maps a template's path to its generator. */
  finish(): string {
    const code = this.group.getTmplGenObjectGroups();
    this.group.free();
    return `(() => {${WXS_PRELUDE}return ${code}})()`;
  }

  private compile(path: string, file: string, text: string): boolean {
    const messages = this.group.addTmpl(path, text) as TemplateMessage[];
    let usable = true;
    for (const message of messages) {
      const fatal = message.level === 'Fatal' || message.level === 'Error';
      // A warning in somebody else's package is not ours to mend.
      if (message.level === 'Note' || (!fatal && isNpmPath(file))) continue;
      if (fatal) usable = false;
      const at = { line: message.startLine + 1, column: message.startColumn + 1, text };
      this.diagnostics.error(file, `WXML: ${message.message}`, at);
    }
    for (const name of this.group.getInlineScriptModuleNames(path) as string[]) {
      const source = this.group.getInlineScript(path, name);
      this.group.setInlineScript(path, name, rewriteWxs(source));
    }
    return usable;
  }

  private checkTags(file: string, text: string, components: readonly string[]): void {
    for (const { name, offset } of findTags(text)) {
      if (KNOWN_TAGS.has(name) || components.includes(name)) continue;
      // Vant's slot-less helper templates use `<options>`-like names inside `<template is>`.
      if (isNpmPath(file)) continue;
      this.diagnostics.error(
        file,
        `<${name}> 既不是模拟器有的内置组件，也没有写在 usingComponents 里`,
        { ...positionAt(text, offset), text },
      );
    }
  }

  private addDependencies(
    path: string,
    file: string,
    text: string,
    components: readonly string[],
  ): void {
    for (const dependency of this.group.getDirectDependencies(path) as string[]) {
      if (!this.tree.has(`${dependency}.wxml`)) {
        const name = dependency.slice(dependency.lastIndexOf('/') + 1);
        this.diagnostics.errorAtText(file, text, name, `找不到模板文件 ${dependency}.wxml`);
      } else this.add(dependency, components);
    }
    for (const script of this.group.getScriptDependencies(path) as string[]) {
      this.addScript(script, file, text);
    }
  }

  private addScript(path: string, from: string, fromText: string): void {
    if (this.seen.has(`${path}.wxs`)) return;
    this.seen.add(`${path}.wxs`);
    const text = this.tree.read(`${path}.wxs`);
    if (text === undefined) {
      const name = `${path.slice(path.lastIndexOf('/') + 1)}.wxs`;
      this.diagnostics.errorAtText(from, fromText, name, `找不到 WXS 文件 ${path}.wxs`);
      return;
    }
    const code = rewriteWxs(text);
    if (!this.isScript(path, code, text)) return;
    this.group.addScript(path, code);
    for (const specifier of wxsRequires(text)) {
      this.addScript(joinPath(path, specifier).replace(/\.wxs$/, ''), `${path}.wxs`, text);
    }
  }

  /** One broken WXS file would break the whole script of templates: find it before. */
  private isScript(path: string, code: string, text: string): boolean {
    try {
      new Function('require', 'exports', 'module', code);
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.diagnostics.error(`${path}.wxs`, `WXS: ${message}`, { line: 1, column: 1, text });
      return false;
    }
  }
}
