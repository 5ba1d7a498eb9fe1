import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Gives DevTools its local settings once; a developer's own file is never overwritten.
 * @param {string} projectRoot
 * @returns {Promise<boolean>} whether the file was made
 */
export async function copyPrivateConfig(projectRoot) {
  const target = path.join(projectRoot, 'project.private.config.json');
  if (existsSync(target)) return false;
  await copyFile(path.join(projectRoot, 'project.private.config.example.json'), target);
  return true;
}
