import {
  noClock,
  noNewDate,
  noTime,
  noWx,
  restrictedGlobals,
  restrictedProperties,
  restrictedSyntax,
} from './platform.mjs';

/**
 * Which folder of the mini program may import which: `core` knows nobody, pages and components reach
 * the platform's helpers only through services. A folder that stands in no list is free to all.
 * @type {Record<string, { folders: string[], why: string }>}
 */
const forbidden = {
  core: {
    folders: ['services', 'utils', 'pages', 'components', 'config'],
    why: 'core is pure: it imports from core only',
  },
  config: {
    folders: ['services', 'utils', 'pages', 'components'],
    why: 'config holds plain settings and words',
  },
  utils: {
    folders: ['services', 'pages', 'components'],
    why: 'utils wrap the platform and know nothing of the cashier',
  },
  services: {
    folders: ['pages', 'components'],
    why: 'services know no page',
  },
  pages: { folders: ['utils'], why: 'pages reach utils only through services' },
  components: { folders: ['utils', 'pages'], why: 'components reach utils only through services' },
};

/** Pages show words and figures; every other setting belongs to a service. */
const onlyWords = {
  regex: '(^|/)config/(?!words)',
  message: 'of config, pages and components import words only',
};

/** @param {string} layer */
function importsOf(layer) {
  const { folders, why } = forbidden[layer] ?? { folders: [], why: '' };
  const ban = {
    regex: `(^|/)(${folders.join('|')})(/|$)`,
    message: why,
    // A setting may name the type it is a value of.
    allowTypeImports: layer === 'config',
  };
  return layer === 'pages' || layer === 'components' ? [ban, onlyWords] : [ban];
}

/** Layers that may use `wx`. */
const onPlatform = ['utils', 'pages', 'components'];

/**
 * The rules of one layer. ESLint does not add lists of two configurations up, so each gets all.
 * @param {string} layer
 * @returns {import('eslint').Linter.RulesRecord}
 */
function layerRules(layer) {
  const pure = layer === 'core';
  const globals = onPlatform.includes(layer) ? restrictedGlobals : [...restrictedGlobals, ...noWx];
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: importsOf(layer) }],
    'no-restricted-globals': ['error', ...globals, ...(pure ? noTime : [])],
    'no-restricted-properties': ['error', ...restrictedProperties, ...(pure ? noClock : [])],
    'no-restricted-syntax': ['error', ...restrictedSyntax, ...(pure ? noNewDate : [])],
  };
}

/**
 * The mini program's own configurations, one a layer.
 * @type {import('eslint').Linter.Config[]}
 */
export const miniprogramLayers = [
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-console': 'error',
      // Scanners add control characters to a code; they are stripped before it is judged.
      'no-control-regex': 'off',
      'no-restricted-globals': ['error', ...restrictedGlobals],
      'no-restricted-properties': ['error', ...restrictedProperties],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      // The one package loaded at first use: see utils/crypto.ts.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^crypto-js$'] }],
    },
  },
  ...Object.keys(forbidden).map((layer) => ({
    files: [`miniprogram/${layer}/**/*.ts`],
    rules: layerRules(layer),
  })),
  {
    // The one place for random numbers: secret ones come from WeChat, jitter needs no secrecy.
    files: ['miniprogram/utils/random.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];

/**
 * The sandbox is the independent judge: it shares no code with what it judges.
 * @type {import('eslint').Linter.Config}
 */
export const sandboxLayer = {
  files: ['sandbox/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '(^|/)(miniprogram|simulator)(/|$)',
            message: 'the sandbox shares no code with the cashier or its simulator',
          },
        ],
      },
    ],
  },
};
