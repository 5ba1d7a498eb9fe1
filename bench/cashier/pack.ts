import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';

/** A mini program packed as WeChat packs it: each file minified by itself, what nobody uses left out. */
export interface Packed {
  /**
   * JSON: `app`, the script that runs at every start (`define(path, function (require, module,
   * exports) { … })` a module), and `components`, the scripts of pages and components, which
   * `lazyCodeLoading` runs when a page needs them.
   */
  readonly bundle: string;
  /** Bytes by file, templates, styles, JSON and pictures included. */
  readonly files: ReadonlyMap<string, number>;
}

interface Json {
  readonly pages?: readonly string[];
  readonly usingComponents?: Readonly<Record<string, string>>;
}

/**
 * @param root the mini program's folder
 * @param npm its `miniprogram_npm`
 * @param target where the bundle goes
 * @param hooks scripts that nothing uses but the measurement; their bytes do not count
 */
export async function pack(
  root: string,
  npm: string,
  target: string,
  hooks: readonly string[] = [],
): Promise<Packed> {
  const packer = new Packer(root, npm);
  await packer.run();
  await packer.add(hooks);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(
    target,
    JSON.stringify({ app: packer.scripts.join('\n'), components: packer.lazy }),
  );
  return { bundle: target, files: packer.files };
}

const NPM = 'miniprogram_npm/';
const REQUIRE = /\brequire\(\s*(["'])([^"']+)\1\s*\)/g;

class Packer {
  readonly files = new Map<string, number>();
  readonly scripts: string[] = [];
  readonly lazy: Record<string, string> = {};
  private readonly taken = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly npm: string,
  ) {}

  async run(): Promise<void> {
    const app = this.json('app');
    for (const file of ['theme.json', 'sitemap.json']) this.plain(file);
    await this.component('app');
    for (const page of app.pages ?? []) await this.component(page);
  }

  async add(hooks: readonly string[]): Promise<void> {
    for (const name of hooks) {
      await this.script(this.ending(name));
      this.files.delete(`${name}.js`);
    }
  }

  private locate(file: string): string {
    return file.startsWith(NPM)
      ? path.join(this.npm, file.slice(NPM.length))
      : path.join(this.root, file);
  }

  private read(file: string): string | undefined {
    return existsSync(this.locate(file)) ? readFileSync(this.locate(file), 'utf8') : undefined;
  }

  private json(name: string): Json {
    return JSON.parse(this.read(`${name}.json`) ?? '{}') as Json;
  }

  private count(file: string, text: string): void {
    this.files.set(file, Buffer.byteLength(text));
  }

  private plain(file: string): void {
    const text = this.read(file);
    if (text !== undefined) this.count(file, JSON.stringify(JSON.parse(text)));
  }

  private async component(name: string): Promise<void> {
    if (this.taken.has(name)) return;
    this.taken.add(name);
    this.plain(`${name}.json`);
    this.template(`${name}.wxml`);
    await this.style(`${name}.wxss`);
    for (const target of Object.values(this.json(name).usingComponents ?? {})) {
      await this.component(this.resolve(name, target, '.json'));
    }
    await this.script(this.ending(name), name !== 'app');
  }

  private ending(name: string): string {
    return existsSync(this.locate(`${name}.ts`)) ? `${name}.ts` : `${name}.js`;
  }

  /** Without an ending: beside the file, from the root, or among the packages. */
  private resolve(from: string, target: string, ending: string): string {
    const beside = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(from), target);
    const tries = /^[./]/.test(target) ? [beside] : [`${NPM}${target}`, beside];
    const found = tries
      .flatMap((one) => [one, `${one}/index`])
      .find((one) => existsSync(this.locate(`${one}${ending}`)) || this.isScript(one));
    if (found === undefined) throw new Error(`${from}: there is no ${target}`);
    return found;
  }

  private isScript(name: string): boolean {
    return existsSync(this.locate(`${name}.ts`)) || existsSync(this.locate(`${name}.js`));
  }

  private async script(file: string, component = false): Promise<void> {
    if (this.taken.has(file)) return;
    this.taken.add(file);
    const source = this.commonJS(file);
    const minified = await transform(source, {
      loader: 'js',
      minify: true,
      charset: 'utf8',
      tsconfigRaw: '{}',
      logLevel: 'silent',
    });
    // A framework's build may have minified it better already.
    const code = minified.code.length < source.length ? minified.code : source;
    const name = file.replace(/\.(ts|js)$/, '');
    const requires = new Map<string, string>();
    for (const [, , target = ''] of code.matchAll(REQUIRE)) {
      requires.set(target, this.resolve(name, target.replace(/\.js$/, ''), '.js'));
    }
    this.count(`${name}.js`, code);
    const map = JSON.stringify(Object.fromEntries(requires));
    const body = `function(require,module,exports){${code}}`;
    const defined = `define(${JSON.stringify(name)},${map},${body});`;
    if (component) this.lazy[name] = defined;
    else this.scripts.push(defined);
    for (const target of requires.values()) await this.script(this.ending(target));
  }

  /**
   * TypeScript's CommonJS is what WeChat's compile gives, but for names; esbuild's own adds some 400
   * bytes to every file. A bundle is CommonJS already, and ready for WeChat.
   */
  private commonJS(file: string): string {
    const text = this.read(file) ?? '';
    if (file.endsWith('.js') && !file.startsWith(NPM)) return text;
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2018,
        esModuleInterop: true,
      },
    });
    return outputText;
  }

  private template(file: string): void {
    const text = this.read(file);
    if (text === undefined) return;
    this.count(file, text.replace(/<!--[\s\S]*?-->/g, '').replace(/\s*\n\s*/g, '\n'));
    for (const [, target = ''] of text.matchAll(/<(?:wxs|import|include)[^>]*\ssrc="([^"]+)"/g)) {
      const other = path.posix.join(path.posix.dirname(file), target);
      if (this.taken.has(other)) continue;
      this.taken.add(other);
      if (other.endsWith('.wxml')) this.template(other);
      else this.wxs(other);
    }
    for (const [, picture = ''] of text.matchAll(/src="(\/assets\/[^"{]+)"/g)) {
      this.count(picture.slice(1), this.read(picture.slice(1)) ?? '');
    }
  }

  private wxs(file: string): void {
    const text = this.read(file);
    if (text === undefined) return;
    this.count(file, text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n'));
    for (const [, , target = ''] of text.matchAll(REQUIRE)) {
      const other = path.posix.join(path.posix.dirname(file), target);
      if (this.taken.has(other)) continue;
      this.taken.add(other);
      this.wxs(other);
    }
  }

  private async style(file: string): Promise<void> {
    const text = this.read(file);
    if (text === undefined || this.taken.has(file)) return;
    this.taken.add(file);
    const { code } = await transform(text, {
      loader: 'css',
      minify: true,
      charset: 'utf8',
      logLevel: 'silent',
    });
    this.count(file, code);
    for (const [, target = ''] of text.matchAll(/@import\s+['"]([^'"]+)['"]/g)) {
      await this.style(path.posix.join(path.posix.dirname(file), target));
    }
  }
}
