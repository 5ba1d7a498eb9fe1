// Runs at the end of `npm ci`: after it the project opens in WeChat DevTools as it is.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { useHooks } from './hooks/use-hooks.mjs';

const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

if (useHooks(projectRoot, process.env)) console.log('git: hooks from .githooks');

try {
  // Imported here, so that a missing esbuild (an install without devDependencies) is told in words.
  const { buildNpm } = await import('./npm-build/build-npm.mjs');
  const { copyPrivateConfig } = await import('./npm-build/private-config.mjs');
  const names = await buildNpm(projectRoot);
  const copied = await copyPrivateConfig(projectRoot);
  const extra = copied ? '; project.private.config.json made from its example' : '';
  console.log(`miniprogram_npm: built ${names.join(', ')}${extra}`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`miniprogram_npm could not be built: ${reason}`);
  console.error('Install with all devDependencies (npm ci) and try: node tools/postinstall.mjs');
  process.exitCode = 1;
}
