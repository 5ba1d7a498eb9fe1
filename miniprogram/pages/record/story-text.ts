import {
  proofWords,
  rejectedWords,
  stateWords,
  storySentences,
  storyWords,
  unknownWords,
} from '../../config/words';
import type { BillFigures } from '../../core/attempt';
import type { Conclusion, Statement } from '../../core/evidence-story';
import { displayYuan } from '../../core/money';
import { BILL_COMPLETE } from '../../core/verdict';

/** One step of an attempt's story, in a sentence. */
export function statementText(statement: Statement): string {
  switch (statement.key) {
    case 'baseline':
      return baseline(statement.figures, statement.payState);
    case 'answeredDeclined':
      return storySentences.declined(statement.message);
    case 'answeredRejected':
      return statement.reason === null ? storyWords.refused : rejectedWords[statement.reason];
    case 'answeredUnknown':
      return storySentences.unclear(
        statement.reason === null ? storyWords.untrusted : unknownWords[statement.reason],
      );
    case 'evidence':
      return storySentences.money(statement.proof === null ? '' : proofWords[statement.proof]);
    case 'conflictingEvidence':
      return storySentences.unexpectedMoney(
        statement.proof === null ? '' : proofWords[statement.proof],
      );
    case 'staffPaid':
      return storySentences.staffPaid(statement.by, statement.note);
    case 'staffNotPaid':
      return storySentences.staffNotPaid(statement.by, statement.note);
    case 'became':
      return storySentences.became(stateWords[statement.state]);
    default:
      return storyWords.steps[statement.key];
  }
}

/** How the attempt stands, and by whose word. */
export function conclusionText(conclusion: Conclusion): string {
  const { conclusions } = storyWords;
  switch (conclusion.key) {
    case 'byAnswer':
      return storySentences.byAnswer(proofWords[conclusion.proof]);
    case 'byBillState':
      return storySentences.byBillState(proofWords[conclusion.proof]);
    case 'byStaff':
      return storySentences.byStaff(conclusion.by, conclusion.note);
    case 'notPaidByStaff':
      return storySentences.notPaidByStaff(conclusion.by, conclusion.note);
    case 'declined': {
      const stateAlone = conclusion.recheck === 'unmoved' && !conclusion.amounts;
      const check = stateAlone ? storyWords.stateUnmoved : storyWords.checks[conclusion.recheck];
      return storySentences.declinedThen(check);
    }
    default:
      return conclusions[conclusion.key];
  }
}

function baseline(figures: BillFigures | null, payState: string | null): string {
  const state = payState === null ? '' : payStateText(payState);
  if (figures === null) return storySentences.before(state === '' ? storyWords.billThere : state);
  const { due, collected } = figures;
  return storySentences.beforeAmounts(displayYuan(due), displayYuan(collected), state);
}

/** Only "3" is documented; what another value means beyond that is the server's. */
function payStateText(payState: string): string {
  if (payState === BILL_COMPLETE) return storyWords.billComplete;
  return payState === '' ? storyWords.billOpen : storySentences.billOpenAt(payState);
}
