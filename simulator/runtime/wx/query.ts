import { BUILTIN_ELEMENTS } from '../../build/builtins';
import type { Environment } from '../environment';
import { createAnimation } from './animation';

type Caller = { createSelectorQuery(): unknown };

/** Selector queries, animations, and the question whether something exists. */
export function queryApi(
  { router }: Environment,
  has: (name: string) => boolean,
): Record<string, unknown> {
  const builtins: readonly string[] = BUILTIN_ELEMENTS;
  return {
    createAnimation,
    createSelectorQuery: () => (router.top?.instance as unknown as Caller).createSelectorQuery(),
    canIUse: (schema: string) => {
      const [name = ''] = schema.split('.');
      return has(name) || builtins.includes(name);
    },
  };
}
