/** Loads the page anew when a source file has changed. */
export function followReloads(): void {
  const events = new EventSource('/__sim/events');
  events.addEventListener('reload', () => window.location.reload());
  window.addEventListener('pagehide', () => events.close());
}
