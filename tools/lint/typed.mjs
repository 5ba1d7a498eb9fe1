// `node tools/lint/typed.mjs [FOLDER...]`: `tsc -p` and `eslint` of each folder by one TypeScript program.
// Each for itself would read, bind and type all that the other does.
import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { FOLDERS, ROOT } from './folders.mjs';

const formatHost = {
  getCanonicalFileName: (/** @type {string} */ file) => file,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};

/**
 * Parsed once for all folders that read them alike, as an editor does.
 * @type {Map<string, ts.SourceFile>}
 */
const parsed = new Map();

/** @param {ts.CompilerOptions} options @returns {ts.CompilerHost} */
function sharingHost(options) {
  // ESLint walks up the tree.
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  const { target, module, moduleDetection, allowJs, checkJs, jsx } = options;
  host.getSourceFile = (file, how, ...rest) => {
    const key = JSON.stringify([file, how, target, module, moduleDetection, allowJs, checkJs, jsx]);
    const source = parsed.get(key) ?? read(file, how, ...rest);
    if (source !== undefined) parsed.set(key, source);
    return source;
  };
  return host;
}

/** @param {string} folder @returns {ts.Program} as `tsc -p` makes it */
function programOf(folder) {
  const config = path.resolve(folder, 'tsconfig.json');
  const command = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.formatDiagnostic(diagnostic, formatHost));
      },
    },
  );
  if (command === undefined) throw new Error(`${config} cannot be read`);
  const { fileNames, options, errors } = command;
  return ts.createProgram({
    rootNames: fileNames,
    options,
    host: sharingHost(options),
    configFileParsingDiagnostics: errors,
  });
}

/** @param {string} folder @param {ts.Program} program @returns {Promise<string>} empty: nothing found */
async function lint(folder, program) {
  const eslint = new ESLint({
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parserOptions: { projectService: false, programs: [program] } },
      },
      ...(folder === ROOT ? [{ ignores: FOLDERS.filter((one) => one !== ROOT) }] : []),
    ],
  });
  const results = await eslint.lintFiles([folder]);
  const formatter = await eslint.loadFormatter('stylish');
  // It tells warnings too, and says nothing where there is neither: as with --max-warnings 0.
  return formatter.format(results);
}

const asked = process.argv.slice(2);
for (const folder of asked.length > 0 ? asked : FOLDERS) {
  const program = programOf(folder);
  const diagnostics = ts.getPreEmitDiagnostics(program);
  if (diagnostics.length > 0) console.log(ts.formatDiagnostics(diagnostics, formatHost));
  const told = await lint(folder, program);
  if (told !== '') console.log(told);
  if (diagnostics.length > 0 || told !== '') process.exitCode = 1;
}
