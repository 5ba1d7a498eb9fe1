// `npm run wechat:check`: what WeChat's own tools say of the cashier, without DevTools and offline.
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScripts, CRYPTO_SCRIPT, HOOKS } from './bundle';
import { isTypesOnly, qualityFindings, unusedOwnFiles, warnings } from './findings';
import { listFiles } from './files';
import { ensureInstalled } from './install';
import type { Compiled } from './jobs';
import { compareNpm, loadScript, wrongAnswers } from './npm-comparison';
import { BUDGET, reportPackage, strayFiles, type PackageReport } from './parts';
import { checkTable, packageTable } from './report';
import { OfflineCompiler } from './run-official';
import { RUNNABLE, UPLOADED } from './runnable';
import { countJson, validateJson } from './schemas';
import { copyStaged, stageProject, type Staged } from './staging';
import { missingFeatures } from '../lint/phone-features';
import { isOldEnough, MINIMUM_LIBRARY, OLDEST_ENGINES } from './syntax';

const ROOT = path.resolve(__dirname, '..', '..');
const CACHE = path.join(ROOT, '.cache', 'wechat');
const OUT = UPLOADED;
const HOOK_FILES = HOOKS.map((name) => `miniprogram/${name}.js`);

interface Done {
  name: string;
  counted: string;
  findings: number;
  seconds: number;
}

const done: Done[] = [];

/** One check: its findings are printed at once; an exception is a finding. */
async function check<T>(name: string, look: () => Promise<Looked<T>> | Looked<T>): Promise<T> {
  const start = performance.now();
  const { value, counted, findings } = await look();
  for (const finding of findings) console.error(`${name}: ${finding}`);
  const seconds = (performance.now() - start) / 1000;
  done.push({ name, counted, findings: findings.length, seconds });
  return value;
}

interface Looked<T> {
  value: T;
  counted: string;
  findings: readonly string[];
}

const stage = async (compiler: OfflineCompiler): Promise<Looked<Staged>> => {
  const value = await stageProject(ROOT, path.join(CACHE, 'project'), compiler);
  const counted = `${listFiles(value.npm).length} files`;
  return { value, counted, findings: value.warnings };
};

const compareBuilds = (staged: Staged): Looked<null> => {
  const light = path.join(ROOT, 'miniprogram', 'miniprogram_npm');
  const counted = `${listFiles(light).length} files`;
  return { value: null, counted, findings: compareNpm(light, staged.npm) };
};

const validate = (staged: Staged): Looked<null> => ({
  value: null,
  counted: `${countJson(staged.root)} files`,
  findings: validateJson(staged.root),
});

const compile = async (
  compiler: OfflineCompiler,
  staged: Staged,
  out: string,
): Promise<Looked<Compiled>> => {
  rmSync(out, { recursive: true, force: true });
  const value = await compiler.compile(staged.root, staged.appid, out);
  const unused = unusedOwnFiles(value.progress)
    .filter((file) => !HOOK_FILES.includes(file))
    .filter(
      (file) => !(file.endsWith('.ts') && isTypesOnly(readFileSync(path.join(ROOT, file), 'utf8'))),
    )
    .map((file) => `${file} is used by nothing`);
  const findings = [...warnings(value.progress), ...unused];
  return { value, counted: `${value.files.length} files`, findings };
};

const bundle = async (staged: Staged): Promise<Looked<Staged>> => {
  const value = copyStaged(staged, path.join(CACHE, 'bundled'));
  const { app, root } = value;
  await bundleScripts({ app, packages: root });
  const counted = `${listFiles(app).filter((file) => file.endsWith('.js')).length} scripts`;
  return { value, counted, findings: wrongAnswers(loadScript(app, CRYPTO_SCRIPT)) };
};

/** The package, and the hooks by which tests ask the running app. */
function keepRunnable({ app }: Staged): void {
  rmSync(RUNNABLE, { recursive: true, force: true });
  cpSync(OUT, RUNNABLE, { recursive: true });
  for (const name of HOOKS) {
    cpSync(path.join(app, `${name}.js`), path.join(RUNNABLE, `${name}.js`));
    appendFileSync(path.join(RUNNABLE, 'app.js'), `\nrequire('./${name}.js');`);
  }
}

const judgeQuality = ({ quality }: Compiled): Looked<null> => ({
  value: null,
  counted: `${quality.length} points`,
  findings: quality.length > 0 ? qualityFindings(quality) : ['the compiler made no quality check'],
});

const judgeSyntax = ({ files }: Compiled): Looked<null> => {
  const scripts = files.map(({ file }) => file).filter((file) => /\.(js|wxs)$/.test(file));
  const findings = scripts.flatMap((file) => {
    const code = readFileSync(path.join(OUT, file), 'utf8');
    const known = isOldEnough(code)
      ? []
      : [`syntax that ${OLDEST_ENGINES.join(' and ')} do not know`];
    return [...known, ...missingFeatures(code)].map((finding) => `${file}: ${finding}`);
  });
  const counted = `${scripts.length} scripts, base library ${MINIMUM_LIBRARY}`;
  return { value: null, counted, findings };
};

/** WeChat takes either spelling. */
interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[];
  readonly subpackages?: readonly { readonly root: string }[];
}

const judgePackage = ({ files, gzip }: Compiled): Looked<PackageReport> => {
  const app = JSON.parse(readFileSync(path.join(OUT, 'app.json'), 'utf8')) as AppJson;
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root);
  const value = reportPackage(files, gzip, roots);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(path.join(CACHE, 'package.json'), `${JSON.stringify(value, null, 2)}\n`);
  const over = value.main - BUDGET;
  const findings = strayFiles(files).map((file) => `${file} has no place in the package`);
  if (over > 0) findings.push(`the main package is ${over} bytes over its budget of ${BUDGET}`);
  return { value, counted: `${value.total} bytes`, findings };
};

/** What DevTools shows; then what is sent. @returns the latter */
async function compileBoth(compiler: OfflineCompiler): Promise<Compiled> {
  const staged = await check('official npm build', () => stage(compiler));
  await check('light npm build', () => compareBuilds(staged));
  await check('JSON schemas', () => validate(staged));
  const sources = path.join(CACHE, 'sources');
  await check('official compile', () => compile(compiler, staged, sources));
  const bundled = await check('bundle', () => bundle(staged));
  const compiled = await check('compile of the bundle', () => compile(compiler, bundled, OUT));
  keepRunnable(bundled);
  return compiled;
}

async function main(): Promise<void> {
  ensureInstalled();
  const compiler = new OfflineCompiler();
  let compiled: Compiled;
  try {
    compiled = await compileBoth(compiler);
  } finally {
    compiler.close();
  }
  await check('code quality', () => judgeQuality(compiled));
  await check('syntax', () => judgeSyntax(compiled));
  const report = await check('package', () => judgePackage(compiled));
  console.log(`\n${packageTable(report)}\n\n${checkTable(done)}\n`);
  const findings = done.reduce((total, one) => total + one.findings, 0);
  console.log(`wechat:check: ${findings} findings`);
  process.exitCode = findings === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  process.exitCode = 1;
});
