import path from 'node:path';

/** The package as WeChat's compiler gives it, ready to run in a browser: left by `wechat:check`. */
export const RUNNABLE = path.resolve(__dirname, '..', '..', '.cache', 'wechat', 'runnable');
