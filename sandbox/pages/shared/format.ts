/** 1234567 → "12,345.67" */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** "12.3" → 1230; `undefined` for what is no amount. */
export function fenOf(text: string): number | undefined {
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** 10:35:07 on the clock of this device. */
export function clockTime(instant: number): string {
  return new Date(instant).toLocaleTimeString('zh-CN', { hour12: false });
}

/** Whole seconds left, never below zero. */
export function secondsUntil(instant: number, now: number): number {
  return Math.max(0, Math.ceil((instant - now) / 1_000));
}
