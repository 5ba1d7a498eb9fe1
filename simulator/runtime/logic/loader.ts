import type { ProjectAssets } from '../../build/project';
import { ModuleRegistry } from './modules';
import type { ComponentRegistry } from './component-registry';

/** Evaluates the scripts of pages and components when the first page that needs them opens. */
export class ComponentLoader {
  readonly modules: ModuleRegistry;
  private readonly started = new Set<string>();
  private current = '';

  constructor(
    private readonly assets: ProjectAssets,
    private readonly registry: ComponentRegistry,
    globals: (constructors: Record<string, unknown>) => Record<string, unknown>,
  ) {
    const constructors = registry.constructors(() => this.current);
    this.modules = new ModuleRegistry(assets.modules, globals(constructors));
  }

  loadApp(): void {
    this.modules.require('app.js');
  }

  /** The components a page uses first, then its own script. */
  load(path: string): void {
    if (this.started.has(path)) return;
    this.started.add(path);
    try {
      const using = this.assets.components[path]?.using ?? {};
      for (const target of Object.values(using)) this.load(target);
      this.current = path;
      this.modules.require(`${path}.js`);
      if (!this.registry.isRegistered(path)) {
        throw new Error(`${path} 的脚本没有调用 Component() 或 Page()`);
      }
    } catch (error) {
      this.started.delete(path);
      throw error;
    }
  }
}
