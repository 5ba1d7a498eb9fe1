/// <reference types="miniprogram-api-typings" />

/** WeChat's module loader; the only call of it is in utils/crypto.ts (crypto-js is loaded at first use). */
declare function require(path: string): unknown;
