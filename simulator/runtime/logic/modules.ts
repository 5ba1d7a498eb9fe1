import type { ScriptModule } from '../../build/script';

interface Loaded {
  exports: unknown;
}

/** The app's CommonJS modules, each evaluated once, when it is first required. */
export class ModuleRegistry {
  private readonly loaded = new Map<string, Loaded>();

  constructor(
    private readonly modules: Readonly<Record<string, ScriptModule>>,
    private readonly globals: Readonly<Record<string, unknown>>,
  ) {}

  has(id: string): boolean {
    return this.modules[id] !== undefined;
  }

  /** The exports of the module `id` (`pages/collect/index.js`). */
  require(id: string): unknown {
    const known = this.loaded.get(id);
    if (known !== undefined) return known.exports;
    const source = this.modules[id];
    if (source === undefined) throw new Error(`module '${id}' is not defined`);
    const module: Loaded = { exports: {} };
    this.loaded.set(id, module);
    try {
      this.evaluate(source, module);
    } catch (error) {
      this.loaded.delete(id);
      throw error;
    }
    return module.exports;
  }

  private evaluate(source: ScriptModule, module: Loaded): void {
    const require = (specifier: string): unknown => {
      const target = source.requires[specifier];
      if (target === undefined) {
        throw new Error(`module '${specifier}' is not defined, required by '${source.id}'`);
      }
      return this.require(target);
    };
    const scope = { require, module, exports: module.exports, ...this.globals };
    // Indirect eval compiles at the top level: no name of the simulator is in scope.
    const text = `(function(${Object.keys(scope).join(',')}){"use strict";${source.code}\n})\n//# sourceURL=miniprogram:///${source.id}`;
    const compiled = (0, eval)(text) as (...args: unknown[]) => void;
    compiled.call(undefined, ...Object.values(scope));
  }
}
