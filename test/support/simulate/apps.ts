import path from 'node:path';

const projectRoot = path.resolve(__dirname, '../../..');

/** A mini program as the harness sees it. */
export interface MiniProgram {
  /** Where its sources stand; its scripts run from there. */
  source: string;
  /** Where its templates and declarations are put in the form miniprogram-simulate reads. */
  prepared: string;
}

/** The cashier. */
export const cashier: MiniProgram = {
  source: path.join(projectRoot, 'miniprogram'),
  prepared: path.join(projectRoot, '.cache/simulate/cashier'),
};

/** A small mini program for testing the harness itself. */
export const fixtureApp: MiniProgram = {
  source: path.join(projectRoot, 'test/support/fixtures/app'),
  prepared: path.join(projectRoot, '.cache/simulate/fixture'),
};

/** Both use the packages built for the cashier. */
export const npmFolder = path.join(projectRoot, 'miniprogram/miniprogram_npm');

/** The folder's name, as components are looked up in it. */
export const NPM = 'miniprogram_npm';
