import { profileWords, sentences, words } from '../../config/words';
import type { CipherCheck } from '../../services/cipher-check';
import { problemText } from '../../services/problem-text';
import { toCashierError } from '../../services/to-cashier-error';
import { services, servicesReady } from '../../services/services';
import { SETTINGS_PAGE } from '../shared/routes';

type InputEvent = WechatMiniprogram.CustomEvent<{ value: string }>;
type ProfileName = CipherCheck['profile'];

interface ProfileLine {
  readonly name: ProfileName;
  readonly text: string;
  readonly inUse: boolean;
}

const NOTHING = { key: '', cipherText: '', problem: '' };
const check = words['cipher-check'];
const RUNNING: string = check.running;

Component({
  data: {
    words: check,
    /** The outcome of the known answers, in words. */
    outcome: RUNNING,
    outcomeHint: '',
    failed: false,
    profiles: [] as readonly ProfileLine[],
    /** Whose result is shown; the setting never changes here. */
    shown: '',
    password: '',
    code: '',
    ...NOTHING,
  },
  methods: {
    async onLoad() {
      const { cipherCheck } = await servicesReady();
      const { profile, profiles, answers } = cipherCheck;
      const wrong = cipherCheck.selfTest();
      const failed = wrong.length > 0;
      this.setData({
        profiles: profiles.map((name) => ({
          name,
          text: profileWords[name],
          inUse: name === profile,
        })),
        shown: profile,
        failed,
        outcome: failed ? check.failed : check.passed,
        outcomeHint: failed
          ? sentences.wrongProfiles(wrong, check.failedHint)
          : sentences.knownAnswers(answers),
      });
    },

    onUnload() {
      this.data.password = '';
    },

    // Kept off the screen's data: only the field itself holds what is typed.
    onPassword(event: InputEvent) {
      this.data.password = event.detail.value;
      this.forget();
    },

    onCode(event: InputEvent) {
      this.data.code = event.detail.value;
      this.forget();
    },

    onProfile(event: WechatMiniprogram.TouchEvent) {
      const { name } = event.currentTarget.dataset as { name: ProfileName };
      this.setData({ shown: name });
      // A result that stands is shown the other way too; before there is one, nothing is complained of.
      if (this.data.cipherText !== '') this.onCompute();
    },

    /** What stands there belongs to what was typed before. */
    forget() {
      const { key, problem } = this.data;
      if (key !== '' || problem !== '') this.setData(NOTHING);
    },

    onCompute() {
      const { password, code, shown } = this.data;
      try {
        const sample = services().cipherCheck.sample(password, code, shown as ProfileName);
        this.setData({ ...NOTHING, ...sample });
      } catch (error) {
        this.setData({ ...NOTHING, problem: problemText(toCashierError(error)) });
      }
    },

    onBack() {
      services().navigation.replace(SETTINGS_PAGE);
    },
  },
});
