import type { Environment } from '../environment';
import { senses } from '../senses';
import { asyncCall } from './call';

/** Vibration, screen, random numbers. */
export function deviceApi({ logic }: Environment): Record<string, unknown> {
  const vibrate = (name: string, pattern: number): Record<string, never> => {
    senses.vibrations.push(name);
    // Chrome allows vibration only after the user has touched the page.
    if (navigator.userActivation.hasBeenActive) navigator.vibrate(pattern);
    return {};
  };
  return {
    vibrateShort: asyncCall(logic, 'vibrateShort', (options: { type: string }) =>
      vibrate(options.type, 15),
    ),
    vibrateLong: asyncCall(logic, 'vibrateLong', () => vibrate('long', 400)),
    setKeepScreenOn: asyncCall(logic, 'setKeepScreenOn', (options: { keepScreenOn: boolean }) => {
      senses.screenKeptOn = options.keepScreenOn;
      return {};
    }),
    getRandomValues: asyncCall(logic, 'getRandomValues', (options: { length: number }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(options.length)).buffer,
    })),
  };
}
