import type { Declaration } from 'postcss';

const UNIT = /(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))(rpx|vw|vh)\b/g;
const VARIABLE = { rpx: '--wx-rpx', vw: '--wx-vw', vh: '--wx-vh' } as const;

/**
 * rpx (750 = the phone's width) and the viewport units are counted from the phone's page area and
 * not from the browser's window, so that the phone can stand in a frame and below its own
 * navigation bar. Text in quotes and in `url()` is left alone.
 */
export function rewriteUnits(value: string): string {
  return value
    .split(/("[^"]*"|'[^']*'|url\([^)]*\))/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(UNIT, (_all, number: string, unit: keyof typeof VARIABLE) =>
            Number(number) === 0 ? '0px' : `calc(var(${VARIABLE[unit]}) * ${number})`,
          ),
    )
    .join('');
}

/** Media queries cannot read variables: there a phone is 375 px wide. */
export function rewriteMediaUnits(params: string): string {
  return params.replace(
    /(\d+\.?\d*|\.\d+)rpx\b/g,
    (_all, number: string) => `${Number(number) / 2}px`,
  );
}

/** A picture from the package in WXSS works in no WeChat: only network and base64 do. */
export function localPicture(declaration: Declaration): string | undefined {
  const match = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(declaration.value);
  const url = match?.[1];
  return url !== undefined && !/^(data:|https?:|\/\/|#)/.test(url) ? url : undefined;
}
