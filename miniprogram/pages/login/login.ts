import { problemText } from '../../services/problem-text';
import { words } from '../../config/words';
import { toCashierError } from '../../services/to-cashier-error';
import { services, servicesReady } from '../../services/services';
import { oneAtATime } from '../shared/one-at-a-time';
import { COLLECT_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';

type InputEvent = WechatMiniprogram.CustomEvent<{ value: string }>;

Component({
  data: {
    words: words.login,
    server: '',
    user: '',
    password: '',
    passwordShown: false,
    /** The user name has been confirmed on the keyboard: the password is next. */
    toPassword: false,
    submitting: false,
    problem: '',
    /** In develop: another server may be set. */
    changeable: false,
    /** The server is asked for in the place of user and password. */
    changing: false,
    address: '',
    restarting: false,
    /** Nothing more happens in this run of the app. */
    changed: false,
    /** Another page has taken this one's place. */
    gone: false,
  },
  methods: {
    async onLoad() {
      const { session, serverChange } = await servicesReady();
      this.setData({
        server: session.server.baseUrl,
        problem: session.wasRefused() ? words.login.again : '',
        changeable: serverChange.offered,
        changed: serverChange.pending(),
      });
    },

    onUnload() {
      this.data.gone = true;
    },

    onUser(event: InputEvent) {
      this.data.user = event.detail.value;
    },
    onUserDone() {
      this.setData({ toPassword: true });
    },
    onPasswordLeft() {
      setChanged(this, { toPassword: false });
    },

    // Kept off the screen's data: only the field itself holds what is typed.
    onPassword(event: InputEvent) {
      this.data.password = event.detail.value;
    },
    onShowPassword() {
      this.setData({ passwordShown: !this.data.passwordShown });
    },

    onSubmit() {
      void oneAtATime(this, async () => {
        this.setData({ submitting: true, problem: '' });
        try {
          const { session, navigation } = await servicesReady();
          await session.signIn(this.data.user, this.data.password);
          this.data.password = '';
          if (!this.data.gone) navigation.close(COLLECT_PAGE);
        } catch (error) {
          this.fail(error, { submitting: false });
        }
      });
    },

    /** The fields of the one matter go as those of the other come: nothing typed is left in them. */
    onChangeServer() {
      const { server, submitting } = this.data;
      if (submitting) return;
      this.data.password = '';
      this.data.user = '';
      this.data.address = server;
      this.setData({ changing: true, address: server, passwordShown: false, problem: '' });
    },
    onKeepServer() {
      this.setData({ changing: false, problem: '' });
    },
    onAddress(event: InputEvent) {
      this.data.address = event.detail.value;
    },

    onChange() {
      void oneAtATime(this, async () => {
        this.setData({ restarting: true, problem: '' });
        try {
          const { serverChange } = services();
          await serverChange.to(this.data.address);
          // Still here: WeChat starts the app anew in a moment, or not at all.
          this.setData({ changed: serverChange.pending() });
        } catch (error) {
          this.fail(error, { restarting: false });
        }
      });
    },

    fail(error: unknown, change: { submitting: boolean } | { restarting: boolean }) {
      this.setData({ ...change, problem: problemText(toCashierError(error)) });
      services().feedback.vibrate('short');
    },
  },
});
