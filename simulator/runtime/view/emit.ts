import * as glassEasel from 'glass-easel';
import type { ViewElement } from './element';

export interface EmitOptions {
  readonly bubbles?: boolean;
  readonly extra?: Readonly<Record<string, unknown>>;
  /** What a handler returned (an input's handler may return the text to show). */
  readonly onReturn?: (value: unknown) => void;
}

/**
 * Sends an event of the view to the app's script. Only what is sent here is ever seen by the app:
 * the browser's own `click` or `change` would otherwise fire Vant's events of the same name.
 */
export function emit(
  target: ViewElement,
  type: string,
  detail: unknown,
  options: EmitOptions = {},
): void {
  const event = {
    bubbles: options.bubbles ?? false,
    composed: options.bubbles ?? false,
    capturePhase: true,
    ...(options.extra === undefined ? {} : { extraFields: options.extra }),
    ...(options.onReturn === undefined
      ? {}
      : {
          handleListenerReturn: (value: unknown) => {
            options.onReturn?.(value);
            return value === false ? false : undefined;
          },
        }),
  };
  const { logic } = target.scene;
  logic.post(() => {
    const element = target.__wxElement;
    // The node may be gone by the time its event arrives: then nobody hears it, as on a phone.
    if (element === undefined || !glassEasel.Element.isAttached(element)) return;
    const trigger = (): void => glassEasel.Event.triggerEvent(element, type, detail, event);
    if (type === 'tap') logic.duringTap(trigger);
    else trigger();
  });
}
