import { stopListening } from '../../components/shared/listen';
import { sentences, words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import type { PartLine } from '../../components/bill-parts/bill-parts';
import type { Attempt } from '../../core/attempt';
import {
  type BillAccount,
  billAccount,
  type BillLook,
  suggestedAmount,
} from '../../core/bill-account';
import { displayYuan, type Fen, formatYuan } from '../../core/money';
import { resultPage } from '../../core/result-page';
import { hasTooManyPlaces, type ServerDecimal, showServerDecimal } from '../../core/server-decimal';
import { services } from '../../services/services';
import { attemptFacts, collectedByWords } from '../shared/attempt-facts';
import { resultLifecycle } from '../shared/lifecycle';
import { partLines, partsSummary } from '../shared/part-lines';
import { attemptPage, COLLECT_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { shownAttempt } from '../shared/shown-attempt';

Component({
  data: {
    words: words.partial,
    id: '',
    amount: '',
    by: '',
    facts: [] as Fact[],
    figures: [] as Fact[],
    parts: [] as readonly PartLine[],
    partsSummary: '',
    notice: words.partial.reading,
    /** Typed form of what remains; '' while it is not known. */
    remaining: '',
    /** The server's figures do not hold all of which staff say that it was paid. */
    notCounted: false,
  },
  methods: {
    ...resultLifecycle,

    refresh() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      // Evidence has come after a person's word.
      if (resultPage(attempt) !== 'partial') {
        stopListening(this);
        services().navigation.replace(attemptPage(attempt));
        return;
      }
      const onBill = attemptsOnBill(attempt);
      const known = this.data.figures.length > 0;
      setChanged(this, {
        amount: displayYuan(attempt.amount),
        by: collectedByWords(attempt),
        facts: attemptFacts(attempt),
        parts: partLines(onBill, services().clock.now()),
        partsSummary: partsSummary(onBill),
        ...(known ? {} : { figures: figureFacts(attempt, null) }),
      });
      if (known) return;
      // Filled in again while this payment was undecided: one tap would charge it once more. 继续收款
      // fills in what remains now.
      services().draft.charged(attempt.bill);
      void this.readFigures(attempt);
    },

    /** The bill's amounts after this payment; what cannot be read stays —. */
    async readFigures(attempt: Attempt) {
      const seen = await services()
        .bills.look(attempt.bill)
        .catch(() => null);
      const look = seen === null ? NOTHING_READ : seen.look;
      const account = billAccount(look, attemptsOnBill(attempt));
      // Only the receipt's figure is filled in; one made of rows is offered on the home page.
      const notCounted = account.uncounted > 0;
      const remaining = account.source === 'receipt' ? suggestedAmount(account) : null;
      setChanged(this, {
        figures: figureFacts(attempt, account),
        notice: notCounted ? words.partial.notCounted : noticeOf(account),
        notCounted,
        remaining: remaining === null ? '' : formatYuan(remaining),
      });
    },

    onMore() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      const { draft, navigation } = services();
      const { remaining, notCounted } = this.data;
      // As if emptied by hand where staff must say how much: the home page fills nothing in, either.
      const empty = notCounted ? 'typed' : 'none';
      draft.set({
        bill: attempt.bill,
        amount: remaining,
        origin: remaining === '' ? empty : 'filled',
      });
      navigation.back(COLLECT_PAGE);
    },
    onLater() {
      services().navigation.back(COLLECT_PAGE);
    },
  },
});

const NOTHING_READ: BillLook = { payState: null, receipt: null, rows: null };

function attemptsOnBill({ server, bill }: Attempt): readonly Attempt[] {
  return services().attempts.onBill(server, bill);
}

/** Why what remains is not told; '' when it is. */
function noticeOf({ due, collected, remaining }: BillAccount): string {
  if (remaining !== null) return '';
  const shown = [due, collected].some((one) => one !== null && hasTooManyPlaces(one));
  return shown ? words.partial.notComputable : words.partial.unreadable;
}

/** @param account null: still being read */
function figureFacts(attempt: Attempt, account: BillAccount | null): Fact[] {
  const { thisTime, due, collected, collectedHere: here, remaining } = words.partial;
  const byRows = account?.source === 'rows';
  const dueText = decimal(account?.due ?? null);
  return [
    { label: thisTime, value: yuan(attempt.amount) },
    {
      label: due,
      value: byRows && dueText !== '' ? sentences.dueByRows(dueText) : withYuan(dueText),
    },
    { label: byRows ? here : collected, value: withYuan(decimal(account?.collected ?? null)) },
    { label: remaining, value: yuan(account?.remaining ?? null) },
  ];
}

function decimal(figure: ServerDecimal | null): string {
  return figure === null ? '' : showServerDecimal(figure);
}

function withYuan(text: string): string {
  return text === '' ? words.notRead : `${words.yuan}${text}`;
}

function yuan(amount: Fen | null): string {
  return withYuan(amount === null ? '' : displayYuan(amount));
}
