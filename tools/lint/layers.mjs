import {
  noClock,
  noDate,
  noDateText,
  noTime,
  noWx,
  restrictedGlobals,
  restrictedProperties,
  restrictedSyntax,
} from './platform.mjs';

/** Which layer imports which is dependency-cruiser's business: dependency-cruiser.config.mjs. */
const layers = ['core', 'config', 'utils', 'services', 'pages', 'components'];

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
    'no-restricted-globals': ['error', ...globals, ...(pure ? noTime : [])],
    'no-restricted-properties': ['error', ...restrictedProperties, ...(pure ? noClock : [])],
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
      'no-restricted-syntax': ['error', ...restrictedSyntax, ...noDate],
      // The one package loaded at first use: see utils/crypto.ts.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^crypto-js$'] }],
    },
  },
  {
    // The services come after the first page.
    files: ['miniprogram/app.ts'],
    rules: {
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^\\./services/start$'] }],
    },
  },
  ...layers.map((layer) => ({
    files: [`miniprogram/${layer}/**/*.ts`],
    rules: layerRules(layer),
  })),
  {
    // The one place where dates are made.
    files: ['miniprogram/core/time.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax, ...noDateText] },
  },
  {
    // The one place for random numbers: secret ones come from WeChat, jitter needs no secrecy.
    files: ['miniprogram/utils/random.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
