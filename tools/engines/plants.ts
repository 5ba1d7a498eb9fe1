import type { EngineName } from './engine';

/** A mistake that an engine must refuse, put in front of a script of the package. */
export interface Plant {
  readonly name: string;
  readonly engine: EngineName;
  readonly script: string;
  readonly code: string;
  readonly told: RegExp;
}

export const PLANTS: readonly Plant[] = [
  {
    name: 'a bill number judged by \\p{…}',
    engine: 'android',
    script: 'shared',
    code: 'var planted=/^[\\p{L}\\p{N}]+$/u;',
    told: /^shared\.js: SyntaxError/,
  },
  ...(['ios13', 'ios16'] as const).map((engine) => ({
    name: 'a lookbehind',
    engine,
    script: 'services/start',
    code: 'var planted=/(?<=-)1/;',
    told: /^services\/start\.js: SyntaxError/,
  })),
  {
    name: '??= in the services alone',
    engine: 'ios13',
    script: 'services/start',
    code: 'var planted;planted??=1;',
    told: /^services\/start\.js: SyntaxError/,
  },
];
