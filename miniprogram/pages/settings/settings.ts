import { listen } from '../../components/shared/listen';
import { words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import type { PreferenceName } from '../../services/preferences';
import { problemText } from '../../services/problem-text';
import { toCashierError } from '../../services/to-cashier-error';
import { services } from '../../services/services';
import { untilHidden } from '../shared/lifecycle';
import { oneAtATime } from '../shared/one-at-a-time';
import { CIPHER_CHECK_PAGE, LOGIN_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { settingsView, signOutText } from './settings-view';

Component({
  data: {
    words: words.settings,
    facts: [] as readonly Fact[],
    sound: true,
    vibration: true,
    signedIn: false,
    /** The question before signing out is on the screen. */
    asking: false,
    askingText: '',
    problem: '',
  },
  methods: {
    ...untilHidden,
    onShow() {
      void listen(this, ({ attempts, preferences, session }, refresh) => [
        preferences.subscribe(refresh),
        session.subscribe(refresh),
        attempts.subscribe(refresh),
      ]);
    },

    refresh() {
      const all = services();
      setChanged(this, {
        ...settingsView(all),
        // While the question stands an attempt may be decided.
        ...(this.data.asking ? { askingText: signOutText(all) } : {}),
      });
    },

    onSwitch(event: WechatMiniprogram.CustomEvent<{ on: boolean }>) {
      const { name } = event.currentTarget.dataset as { name: PreferenceName };
      const { on } = event.detail;
      void this.change(name, on);
    },

    async change(name: PreferenceName, on: boolean) {
      try {
        await services().preferences.set(name, on);
        setChanged(this, { problem: '' });
      } catch {
        this.setData({ problem: words.settings.notKept });
      }
    },

    onCipherCheck() {
      services().navigation.replace(CIPHER_CHECK_PAGE);
    },

    onExportLog() {
      void oneAtATime(this, () => services().logExport.offer());
    },

    onSignIn() {
      // In the place of this page: a person who has signed in wants to collect.
      services().navigation.replace(LOGIN_PAGE);
    },

    onSignOut() {
      const all = services();
      const refusal = all.signOut.refusal();
      this.setData(
        refusal === null
          ? { asking: true, askingText: signOutText(all), problem: '' }
          : { problem: problemText(refusal) },
      );
    },

    onStay() {
      this.setData({ asking: false });
    },

    onLeave() {
      void oneAtATime(this, async () => {
        const { navigation, signOut } = services();
        try {
          await signOut.now();
          this.setData({ asking: false });
          navigation.replace(LOGIN_PAGE);
        } catch (error) {
          this.setData({ asking: false, problem: problemText(toCashierError(error)) });
        }
      });
    },
  },
});
