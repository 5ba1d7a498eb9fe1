import type { PartLine } from '../../components/bill-parts/bill-parts';
import type { RowLine } from '../../components/bill-sheet/bill-sheet';
import { words } from '../../config/words';
import type { CollectForm } from '../../core/collect-form';
import { NO_FIGURES } from './bill-view';

/** The home page before the first `refresh`. */
export const initialData = {
  /** The services are there. Before that nothing can be typed or tapped: it would be lost. */
  live: false,
  words: words.collect,
  yuan: words.yuan,
  /** What stands in the field; the amount and all else that is filled in live in the draft. */
  bill: '',
  amountText: '',
  amountFrom: '',
  figures: NO_FIGURES,
  hasDetail: false,
  readingBill: false,
  readProblem: '',
  hint: '',
  sheetOpen: false,
  sheetBill: '',
  rows: [] as readonly RowLine[],
  rowsState: 'reading',
  parts: [] as readonly PartLine[],
  partsSummary: '',
  /** What a launch link has done; '' for nothing to say. */
  launchNotice: '',
  /** What stood there before a launch link came; staff may have it back. */
  replaced: null as CollectForm | null,
  /** Bill and amount that staff have said yes to although the figures at hand speak against them. */
  agreed: '',
  /** The query the page was opened with, until it has been handed on. */
  query: {} as Record<string, unknown>,
  update: words.update,
  updateReady: false,
  weakNetwork: '',
  conflicts: '',
  banner: '',
  elsewhere: [] as readonly string[],
  blocked: false,
  journalNotice: words.collect.readingJournal,
  journalUnread: false,
  ready: false,
  action: words.collect.collect,
  starting: false,
  problem: '',
  /** Staff are sent to the sign-in page once by themselves; after that the key 登录 is there. */
  sentToSignIn: false,
};
