let shown: string | null = null;

/**
 * The start has ended at a server that may not be used: there will be no services.
 *
 * @returns the page that says so
 */
export function refuseServer(baseUrl: string): string {
  shown = `/pages/refused/refused?server=${encodeURIComponent(baseUrl)}`;
  return shown;
}

/** The page that says why there are no services; null as long as there may be some. */
export function refusalPage(): string | null {
  return shown;
}
