import { type Listener, listen, stopListening } from '../../components/shared/listen';

/** For the methods of a page that listens from `onShow` on. */
export const untilHidden = {
  onHide(this: Listener): void {
    stopListening(this);
  },
  onUnload(this: Listener): void {
    stopListening(this);
  },
};

/** For the methods of a page about one attempt: its id comes with the address, its changes show. */
export const attemptLifecycle = {
  ...untilHidden,
  onLoad(this: { readonly data: { id: string } }, query: { id?: string }): void {
    this.data.id = query.id ?? '';
  },
  onShow(this: Listener): void {
    void listen(this, ({ attempts }, refresh) => [attempts.subscribe(refresh)]);
  },
};
