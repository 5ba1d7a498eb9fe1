export const ROOT = '.';

/** The folders with a tsconfig.json; what is in none of the others belongs to the root. */
export const FOLDERS = [ROOT, 'sandbox', 'simulator', 'tools', 'bench', 'test'];
