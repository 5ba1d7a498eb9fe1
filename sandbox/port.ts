/** A setting of the environment that cannot be used; the message is one plain sentence. */
export class WrongSettingError extends Error {
  override readonly name = 'WrongSettingError';
}

const HIGHEST_PORT = 65_535;

/**
 * Reads PORT.
 *
 * @returns undefined where it is not set
 * @throws WrongSettingError
 */
export function portFrom(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= HIGHEST_PORT) return port;
  throw new WrongSettingError(
    `PORT must be a whole number from 0 (any free port) to ${HIGHEST_PORT}, not "${text}".`,
  );
}

/** Why a program could not start, in one sentence. */
export function startFailure(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${String(port)} is taken: end what uses it, or choose another with PORT=….`;
  }
  if (code === 'EACCES') {
    return `Port ${String(port)} may not be used here: choose one above 1023 with PORT=….`;
  }
  return message;
}
