import type { Environment } from '../environment';
import { asyncCall } from './call';

/** Vibration, screen, random numbers. */
export function deviceApi({ logic, layer }: Environment): Record<string, unknown> {
  const vibrate = (pattern: number): Record<string, never> => {
    // Chrome allows vibration only after the user has touched the page.
    if (navigator.userActivation.hasBeenActive) navigator.vibrate(pattern);
    layer.dispatchEvent(new CustomEvent('sim-vibrate', { detail: pattern, bubbles: true }));
    return {};
  };
  return {
    vibrateShort: asyncCall(logic, 'vibrateShort', () => vibrate(15)),
    vibrateLong: asyncCall(logic, 'vibrateLong', () => vibrate(400)),
    setKeepScreenOn: asyncCall(logic, 'setKeepScreenOn', () => ({})),
    getRandomValues: asyncCall(logic, 'getRandomValues', (options: { length: number }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(options.length)).buffer,
    })),
  };
}
