/** Anything that JSON carries. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The frame around every answer of the POS contract. */
export interface Envelope {
  errcode: number;
  /** Chinese words for the clerk. */
  errmsg: string;
  tag: Json;
}

/** errcode 0. */
export function succeeded(tag: Json, errmsg = '成功'): Envelope {
  return { errcode: 0, errmsg, tag };
}

/** errcode -1: refused or failed, and nothing else happened. */
export function failed(errmsg: string): Envelope {
  return { errcode: -1, errmsg, tag: null };
}
