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

/** A page about one attempt: `id` is its. */
interface AttemptPage extends Listener {
  readonly data: { id: string };
}

/** For the methods of a page about one attempt: its id comes with the address, its changes show. */
export const attemptLifecycle = {
  ...untilHidden,
  onLoad(this: AttemptPage, query: { id?: string }): void {
    this.data.id = query.id ?? '';
  },
  onShow(this: Listener): void {
    void listen(this, ({ attempts }, refresh) => [attempts.subscribe(refresh)]);
  },
};

/** The same of a page that shows what came of the attempt: there it is no news. */
export const resultLifecycle = {
  ...attemptLifecycle,
  onShow(this: AttemptPage): void {
    void listen(this, ({ attempts, news }, refresh) => {
      const { id } = this.data;
      news.setOnTop(id);
      return [
        attempts.subscribe(refresh),
        () => {
          news.leaveTop(id);
        },
      ];
    });
  },
};
