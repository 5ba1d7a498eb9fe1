import { createRequire } from 'node:module';
import path from 'node:path';
import utils from 'miniprogram-simulate/src/utils';
import { cashier, fixtureApp } from './apps';
import { sourceOf } from './prepare';

/** Jest's own, so that what it loads is shared with the test. */
const require = createRequire(__filename);

type Definition = Record<string, unknown>;
interface WithComponent {
  Component: (definition: Definition) => void;
}

/** What each script said in its calls of `Component()`, by the path it was prepared under. */
const definitions = new Map<string, Definition[]>();

/**
 * Makes miniprogram-simulate run a page's script from its source, through jest's own `require`: so
 * the page and the test share every module, the composition root of the services above all.
 *
 * A script runs once, as on a phone, and what it defined is registered again for every page that
 * uses it: miniprogram-simulate counts on running it again, which jest's module registry does not do.
 */
export function runScriptsFromSource(): void {
  utils.runJs = (prepared) => {
    const world = globalThis as unknown as WithComponent;
    const found = definitions.get(prepared) ?? runOnce(world, toSource(prepared));
    definitions.set(prepared, found);
    for (const definition of found) world.Component(copyPlain(definition) as Definition);
  };
}

function runOnce(world: WithComponent, script: string): Definition[] {
  const found: Definition[] = [];
  const register = world.Component;
  world.Component = (definition) => found.push(definition);
  try {
    require(script);
  } finally {
    world.Component = register;
  }
  if (found.length === 0) throw new Error(`${script} was loaded, but did not call Component()`);
  return found;
}

function toSource(prepared: string): string {
  const app = [cashier, fixtureApp].find((one) => prepared.startsWith(one.prepared + path.sep));
  if (app === undefined) throw new Error(`${prepared} belongs to no prepared mini program`);
  return sourceOf(app.source, path.relative(app.prepared, prepared).split(path.sep).join('/'));
}

/** Registering changes a definition in place (relations, property types): it gets a copy. */
function copyPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyPlain);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyPlain(one)]));
}
