/** Two-page sketches measured elsewhere: bytes uploaded, ms of script to the first page. */
export const QUOTED = {
  'plain native': { bytes: 1_700, start: 0.2 },
  'uni-app': { bytes: 68_000, start: 7.6 },
  Vant: { bytes: 92_000, start: 5 },
  'Vant + crypto-js': { bytes: 167_000, start: 13 },
  'Taro + React': { bytes: 305_000, start: 28 },
} as const;
