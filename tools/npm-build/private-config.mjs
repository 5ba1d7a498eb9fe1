import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Gives DevTools its local settings once; a developer's own file is never overwritten.
 * @param {string} projectRoot
 * @returns {Promise<boolean>} whether the file was made
 */
export async function copyPrivateConfig(projectRoot) {
  try {
    await copyFile(
      path.join(projectRoot, 'project.private.config.example.json'),
      path.join(projectRoot, 'project.private.config.json'),
      constants.COPYFILE_EXCL,
    );
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
