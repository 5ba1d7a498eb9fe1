/** What the page that holds all phones offers to the cashier's phone inside it. */
export interface HomeHook {
  /** The code on the customer's phone beside, as a picture: what a camera would see. */
  customerPicture(): Promise<Blob>;
}

declare global {
  interface Window {
    __simulatorHome?: HomeHook;
  }
}

/** Present only when the phone stands beside the customer's. */
export function homeHook(): HomeHook | undefined {
  if (window.parent === window) return undefined;
  return window.parent.__simulatorHome;
}
