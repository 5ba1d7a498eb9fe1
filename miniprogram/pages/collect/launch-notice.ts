import { problemWords, sentences, words } from '../../config/words';
import type { CollectForm } from '../../core/collect-form';
import type { LaunchRefusal } from '../../core/launch-query';
import { groupTyped } from '../../core/money';
import type { LaunchStep } from '../../services/launch';

/** What a launch link has done, in words. */
export interface LaunchNotice {
  readonly launchNotice: string;
  readonly replaced: CollectForm | null;
}

export function launchNotice(step: LaunchStep): LaunchNotice {
  switch (step.kind) {
    case 'open':
      return { launchNotice: '', replaced: null };
    case 'refused':
      return { launchNotice: refusal(step.reason), replaced: null };
    case 'filled': {
      const { amountDropped, replaced } = step;
      const texts: string[] = [];
      if (amountDropped) texts.push(words.launch.amountDropped);
      if (replaced !== null) {
        texts.push(sentences.billReplaced(replaced.bill, groupTyped(replaced.amount)));
      }
      return { launchNotice: texts.join('；'), replaced };
    }
  }
}

function refusal(reason: LaunchRefusal): string {
  if (reason === 'foreignLink' || reason === 'noBill') return words.launch[reason];
  return sentences.linkRefused(problemWords.invalidBillNumber[reason]);
}
