type Listener = (error: unknown, where: string) => void;

const listeners = new Set<Listener>();

/** Errors of the app's script: shown in the console and handed to App.onError. */
export function reportError(error: unknown, where: string): void {
  console.error(`[小程序] ${where}:`, error);
  for (const listener of listeners) listener(error, where);
}

export function onError(listener: Listener): void {
  listeners.add(listener);
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
