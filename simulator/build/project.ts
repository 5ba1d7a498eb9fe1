import { readJson, readTheme, stringMap, type JsonObject, type Theme } from './config';
import { Diagnostics, type Diagnostic } from './diagnostics';
import { isNpmPath, moduleId, resolveComponent, resolveScript } from './paths';
import type { SourceTree } from './source-tree';
import { compileScript, type ScriptModule } from './script';
import { compileStyle } from './style';
import { TemplateCompiler } from './template';

/** A page or a component as the runtime needs it. */
export interface ComponentAsset {
  /** Its JSON, with `usingComponents` resolved to absolute paths. */
  readonly json: JsonObject;
  readonly using: Readonly<Record<string, string>>;
  readonly page: boolean;
  readonly style: string;
}

/** A whole mini program, compiled: what the browser loads. */
export interface ProjectAssets {
  readonly app: JsonObject;
  readonly appStyle: string;
  readonly theme: Theme;
  readonly pages: readonly string[];
  readonly components: Readonly<Record<string, ComponentAsset>>;
  readonly modules: Readonly<Record<string, ScriptModule>>;
  /** An expression; its value maps a template's path to its generator. */
  readonly templates: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles a mini program; mistakes are in `diagnostics` and never thrown. */
export async function compileProject(tree: SourceTree, sourceMaps = true): Promise<ProjectAssets> {
  return new ProjectCompiler(tree, sourceMaps).compile();
}

class ProjectCompiler {
  private readonly diagnostics = new Diagnostics();
  private readonly components: Record<string, ComponentAsset> = {};
  private readonly modules: Record<string, ScriptModule> = {};
  private readonly templates: TemplateCompiler;
  private darkmode = false;

  constructor(
    private readonly tree: SourceTree,
    private readonly sourceMaps: boolean,
  ) {
    this.templates = new TemplateCompiler(tree, this.diagnostics);
  }

  async compile(): Promise<ProjectAssets> {
    const app = readJson(this.tree, 'app.json', this.diagnostics);
    if (app === undefined) this.diagnostics.error('app.json', '找不到 app.json');
    this.darkmode = app?.['darkmode'] === true;
    const pages = this.readPages(app ?? {});
    const globals = this.resolveUsing('app.json', 'app', app ?? {});
    for (const page of pages) this.addComponent(page, true, globals);
    await this.addScripts(pages);
    return {
      app: app ?? {},
      appStyle: this.style('app', false),
      theme: readTheme(this.tree, app ?? {}, this.diagnostics),
      pages,
      components: this.components,
      modules: this.modules,
      templates: this.templates.finish(),
      diagnostics: this.diagnostics.list,
    };
  }

  private readPages(app: JsonObject): string[] {
    const pages = app['pages'];
    const list = Array.isArray(pages) ? pages.filter((one) => typeof one === 'string') : [];
    if (list.length === 0) this.diagnostics.error('app.json', 'app.json 里没有 pages');
    const text = this.tree.read('app.json') ?? '';
    return list.filter((page) => {
      const found = resolveScript(this.tree, '', `/${page}`) !== undefined;
      if (!found) {
        this.diagnostics.errorAtText('app.json', text, `"${page}"`, `找不到页面文件 ${page}.ts`);
      }
      return found;
    });
  }

  /** `path` without an ending. Components that a component uses are added with it. */
  private addComponent(path: string, page: boolean, globals: Record<string, string>): void {
    if (this.components[path] !== undefined) return;
    const json = readJson(this.tree, `${path}.json`, this.diagnostics) ?? {};
    const own = this.resolveUsing(`${path}.json`, path, json);
    // Components of app.json are known everywhere, but not inside npm packages.
    const using = isNpmPath(path) ? own : { ...globals, ...own };
    const style = this.style(path, !page);
    this.components[path] = { json, using, page, style };
    this.templates.add(path, Object.keys(using));
    for (const target of Object.values(using)) this.addComponent(target, false, globals);
  }

  private resolveUsing(file: string, path: string, json: JsonObject): Record<string, string> {
    const found: Record<string, string> = {};
    const text = this.tree.read(file) ?? '';
    for (const [tag, specifier] of Object.entries(stringMap(json['usingComponents']))) {
      const target = resolveComponent(this.tree, path, specifier);
      if (target !== undefined) found[tag] = target;
      else {
        const message = `找不到 usingComponents 里的组件 ${tag}: ${specifier}`;
        this.diagnostics.errorAtText(file, text, `"${specifier}"`, message);
      }
    }
    return found;
  }

  private style(path: string, component: boolean): string {
    const { tree, darkmode, diagnostics } = this;
    return compileStyle(`${path}.wxss`, component, { tree, darkmode, diagnostics });
  }

  private async addScripts(pages: readonly string[]): Promise<void> {
    const entries = ['app', ...pages, ...Object.keys(this.components)];
    const paths = [...new Set(entries)].map((entry) => {
      const found = resolveScript(this.tree, '', `/${entry}`);
      if (found === undefined) this.diagnostics.error(`${entry}.ts`, '找不到脚本文件');
      return found;
    });
    await this.addModules(paths.filter((path) => path !== undefined));
  }

  private async addModules(paths: readonly string[]): Promise<void> {
    await Promise.all(paths.map((path) => this.addModule(path)));
  }

  private async addModule(path: string): Promise<void> {
    const id = moduleId(path);
    if (this.modules[id] !== undefined) return;
    const text = this.tree.read(path) ?? '';
    // Taken at once, so that two modules that require this one do not compile it twice.
    this.modules[id] = { id, code: '', requires: {} };
    const compiled = await compileScript(this.tree, path, text, this.diagnostics, this.sourceMaps);
    if (compiled === undefined) return;
    const requires = Object.entries(compiled.requires);
    const ids = requires.map(([specifier, target]) => [specifier, moduleId(target)] as const);
    this.modules[id] = { ...compiled, requires: Object.fromEntries(ids) };
    await this.addModules(requires.map(([, target]) => target));
  }
}
