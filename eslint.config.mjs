import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { miniprogramLayers } from './tools/lint/layers.mjs';

export default defineConfig(
  globalIgnores([
    'miniprogram/miniprogram_npm/',
    '.cache/',
    'dist/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    // Each a project of its own, with its framework's habits.
    'bench/frameworks/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },

  // Tools in plain Node; their types are checked through JSDoc by `tsc -p tools`.
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },

  // All TypeScript, with type information.
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Codes and amounts are digits: their characters are their code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // How a module says that it needs typings which no import brings along.
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'always' }],
    },
  },
  {
    files: ['**/*.mts'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    languageOptions: { globals: globals.node },
  },

  ...miniprogramLayers,
  // Running compiled templates and scripts is what the simulator is for.
  { files: ['simulator/**/*.ts'], rules: { '@typescript-eslint/no-implied-eval': 'off' } },

  // Fakes are often asynchronous in form only, and jest's matchers take methods unbound.
  {
    files: ['test/**/*.ts'],
    rules: {
      // Fixture mini programs load it as the cashier does.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^crypto-js$'] }],
      '@typescript-eslint/require-await': 'off',
      // `expect.stringMatching()` and its like are `any`.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
