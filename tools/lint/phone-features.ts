import path from 'node:path';
import { Linter } from 'eslint';
import { missingOnPhones, noIntl } from './platform.mjs';

const ROOT = path.resolve(__dirname, '..', '..');

const RULES: Linter.Config = {
  files: ['**/*.js'],
  // WeChat's page scripts (.wxs) are scripts, too.
  languageOptions: { ecmaVersion: 'latest', sourceType: 'commonjs' },
  rules: {
    'no-restricted-syntax': ['error', ...missingOnPhones],
    'no-restricted-globals': ['error', noIntl],
  },
};

/**
 * What some phone's engine lacks, in a script as it is uploaded: the same rules as for the sources,
 * on packages and compilers' output as well.
 */
export function missingFeatures(code: string): string[] {
  const messages = new Linter({ cwd: ROOT }).verify(code, [RULES], {
    filename: path.join(ROOT, 'script.js'),
    allowInlineConfig: false,
  });
  return [...new Set(messages.map(({ message }) => message))];
}
