import { CallError } from './call';

/** What the person answers to WeChat's privacy question, or that the statement does not ask it. */
export type PrivacyAnswer = 'agreed' | 'refused' | 'undeclared';

/** WeChat's privacy question before a call that reaches personal data. */
export class Privacy {
  answer: PrivacyAnswer = 'agreed';

  /** @throws CallError unless the person agreed */
  check(): void {
    if (this.answer === 'refused') throw new CallError('privacy permission is not authorized', 104);
    if (this.answer === 'undeclared') {
      throw new CallError('api scope is not declared in the privacy agreement', 112);
    }
  }
}
