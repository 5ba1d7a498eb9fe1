/** What `wechat:preview` and `wechat:upload` need to know, taken from the environment. */
export interface ReleaseOptions {
  readonly appid: string;
  /** The upload key: where it lies, or its text. Never printed. */
  readonly key: { readonly path: string } | { readonly text: string };
  readonly version: string;
  readonly description: string;
  /** 1–30. */
  readonly robot: number;
}

export type ReleaseKind = 'preview' | 'upload';

type Environment = Readonly<Record<string, string | undefined>>;

/** Not every variable was usable; `problems` says which, without its value. */
export class ReleaseOptionsError extends Error {
  override readonly name = 'ReleaseOptionsError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const APPID = /^wx[0-9a-f]{16}$/;
const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const ROBOTS = 30;

/**
 * @param env `WECHAT_APPID` (else the one of project.config.json), `WECHAT_UPLOAD_KEY_PATH` or
 *   `WECHAT_UPLOAD_KEY` (the key's text, `\n` for its line ends if need be), `WECHAT_VERSION` (for an
 *   upload), `WECHAT_DESCRIPTION`, `WECHAT_ROBOT` (default 1)
 * @param configured the appid of project.config.json
 * @throws ReleaseOptionsError
 */
export function readReleaseOptions(
  kind: ReleaseKind,
  env: Environment,
  configured: string,
): ReleaseOptions {
  const given = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  const problems: string[] = [];

  const appid = given('WECHAT_APPID') ?? configured;
  if (appid === 'touristappid') {
    problems.push(
      "appid: 'touristappid' can only be compiled; put your own into project.config.json or WECHAT_APPID",
    );
  } else if (!APPID.test(appid)) {
    problems.push(
      "appid: must be 'wx' and 16 hexadecimal digits (project.config.json or WECHAT_APPID)",
    );
  }

  const keyPath = given('WECHAT_UPLOAD_KEY_PATH');
  const keyText = given('WECHAT_UPLOAD_KEY')?.replaceAll('\\n', '\n');
  if (keyPath === undefined && keyText === undefined) {
    problems.push(
      'WECHAT_UPLOAD_KEY_PATH: set it to the file of the upload key (see docs/release.md)',
    );
  } else if (keyPath !== undefined && keyText !== undefined) {
    problems.push('WECHAT_UPLOAD_KEY_PATH and WECHAT_UPLOAD_KEY: set only one of them');
  }

  const version = given('WECHAT_VERSION') ?? (kind === 'preview' ? '0.0.1' : '');
  if (version === '') problems.push('WECHAT_VERSION: set it to the version to upload, as 1.2.3');
  else if (!VERSION.test(version)) problems.push('WECHAT_VERSION: must be of the form 1.2.3');

  const robot = Number(given('WECHAT_ROBOT') ?? '1');
  if (!Number.isInteger(robot) || robot < 1 || robot > ROBOTS) {
    problems.push(`WECHAT_ROBOT: must be a whole number from 1 to ${ROBOTS}`);
  }

  if (problems.length > 0) throw new ReleaseOptionsError(problems);
  return {
    appid,
    key: keyPath === undefined ? { text: keyText ?? '' } : { path: keyPath },
    version,
    description: given('WECHAT_DESCRIPTION') ?? `${kind} ${version}, robot ${robot}`,
    robot,
  };
}

/** A text that may quote what it was given, without the key. */
export function withoutKey(text: string, key: string): string {
  const parts = [key, ...key.split('\n').filter((line) => line.length >= 16)];
  return parts.reduce(
    (clean, part) => (part === '' ? clean : clean.replaceAll(part, '[key]')),
    text,
  );
}
