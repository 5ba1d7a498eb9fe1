/**
 * Two projects, because the two kinds of test need different worlds: `node` runs plain modules,
 * `simulate` renders components and pages with WeChat's miniprogram-simulate in jsdom.
 */

/** swc only strips the types (as DevTools does); `npm run typecheck` is the type check. */
const transform = {
  '^.+\\.m?[jt]s$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    },
  ],
};

/** What both projects share. */
const common = {
  transform,
  // Compiled already; the packed npm modules are big, and a phone runs them as they are.
  transformIgnorePatterns: ['/node_modules/', '/miniprogram_npm/', '/\\.cache/'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
  // Generated folders hold copies of our modules: keep them out of jest's own file map.
  modulePathIgnorePatterns: [
    '<rootDir>/\\.cache/',
    '<rootDir>/miniprogram/miniprogram_npm/',
    '<rootDir>/tools/wechat/node_modules/',
  ],
  restoreMocks: true,
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // Patient enough for a busy machine: nothing here is judged by how long it takes.
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/{core,utils,services,faults,fuzz,sandbox,simulator,tools}/**/*.test.ts',
      ],
      // The file a phone loads, not the package it was packed from.
      moduleNameMapper: {
        '^crypto-js$': '<rootDir>/miniprogram/miniprogram_npm/crypto-js/index.js',
      },
    },
    {
      ...common,
      displayName: 'simulate',
      globalSetup: '<rootDir>/test/support/simulate/global-setup.ts',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/{components,pages,support}/**/*.test.ts'],
    },
  ],
};
