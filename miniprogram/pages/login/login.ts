import { problemText } from '../../services/problem-text';
import { words } from '../../config/words';
import { toCashierError } from '../../services/problems';
import { services, servicesReady } from '../../services/services';
import { oneAtATime } from '../shared/one-at-a-time';
import { COLLECT_PAGE } from '../shared/routes';

type InputEvent = WechatMiniprogram.CustomEvent<{ value: string }>;

Component({
  data: { words: words.login, server: '', user: '', password: '', submitting: false, problem: '' },
  methods: {
    async onLoad() {
      const { session } = await servicesReady();
      this.setData({
        server: session.server.baseUrl,
        problem: session.wasRefused() ? words.login.again : '',
      });
    },

    onUser(event: InputEvent) {
      this.data.user = event.detail.value;
    },

    // Kept off the screen's data: only the field itself holds what is typed.
    onPassword(event: InputEvent) {
      this.data.password = event.detail.value;
    },

    onSubmit() {
      void oneAtATime(this, async () => {
        this.setData({ submitting: true, problem: '' });
        try {
          const { session, navigation } = await servicesReady();
          await session.signIn(this.data.user, this.data.password);
          this.data.password = '';
          navigation.close(COLLECT_PAGE);
        } catch (error) {
          this.setData({ submitting: false, problem: problemText(toCashierError(error)) });
          services().feedback.vibrate('short');
        }
      });
    },
  },
});
