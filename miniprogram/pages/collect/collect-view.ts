import { sentences, words } from '../../config/words';
import { type Attempt, isLoudConflict, isUndecided } from '../../core/attempt';
import { type BillNumber, parseBillNumber } from '../../core/bill';
import { CashierError } from '../../core/errors/cashier-error';
import type { Services } from '../../services/services';
import { type JournalNotice, journalNotice } from './journal-notice';

/** What of the services' state the collect page shows. */
export interface CollectView extends JournalNotice {
  /** "n 笔收款待确认", and of how many the wait has ended without a result; '' for none. */
  readonly banner: string;
  /** "n 笔收款冲突", '' for none: loud until each is acknowledged. */
  readonly conflicts: string;
  /** What other servers have to settle, a line for each. */
  readonly elsewhere: readonly string[];
  readonly updateReady: boolean;
  /** Words about a weak network, '' for a good one: a warning, never a refusal. */
  readonly weakNetwork: string;
  /** The typed bill must not be charged now. */
  readonly blocked: boolean;
  readonly ready: boolean;
  /** Word on the primary key. */
  readonly action: string;
}

export function collectView(services: Services, billText: string): CollectView {
  const { attempts, session } = services;
  const undecided = attemptsHere(services).filter(isUndecided);
  const conflicts = attemptsHere(services).filter(isLoudConflict).length;
  return {
    banner: undecidedBanner(undecided),
    conflicts: conflicts > 0 ? sentences.conflicts(conflicts) : '',
    elsewhere: openElsewhere(services),
    updateReady: services.updates.offered(),
    weakNetwork: services.networkQuality.weak() ? words.collect.weakNetwork : '',
    blocked: blockingAttempt(services, billText) !== null,
    ...journalNotice(services),
    ready: attempts.loaded(),
    action: session.current() === null ? words.collect.signIn : words.collect.collect,
  };
}

/** The undecided attempt to look at first: one that waits for staff goes before one that is asked about. */
export function oldestUndecided(services: Services): Attempt | null {
  const undecided = attemptsHere(services).filter(isUndecided);
  return oldest(undecided.filter(isUnresolved)) ?? oldest(undecided);
}

function undecidedBanner(undecided: readonly Attempt[]): string {
  if (undecided.length === 0) return '';
  return sentences.undecided(undecided.length, undecided.filter(isUnresolved).length);
}

function isUnresolved({ state }: Attempt): boolean {
  return state === 'unresolved';
}

/** The conflict to look at first. */
export function oldestConflict(services: Services): Attempt | null {
  return oldest(attemptsHere(services).filter(isLoudConflict));
}

function oldest(attempts: readonly Attempt[]): Attempt | null {
  return Array.from(attempts).sort((a, b) => a.preparedAt - b.preparedAt)[0] ?? null;
}

/** The attempt because of which the typed bill cannot be charged; null while the text names no bill. */
export function blockingAttempt(services: Services, billText: string): Attempt | null {
  const bill = billOrNull(services, billText);
  if (bill === null) return null;
  return services.attempts.blocking(services.session.server.baseUrl, bill);
}

/** The typed bill, or null while the text is not (yet) a bill number. */
export function billOrNull({ settings }: Services, billText: string): BillNumber | null {
  try {
    return parseBillNumber(billText, settings.billNumberPattern);
  } catch (error) {
    if (error instanceof CashierError) return null;
    throw error;
  }
}

function attemptsHere({ attempts, session }: Services): Attempt[] {
  return attempts.all().filter((attempt) => attempt.server === session.server.baseUrl);
}

/** Nothing of another server can be asked about here; it must not be out of mind, either. */
function openElsewhere({ attempts, session }: Services): string[] {
  const counts = new Map<string, number>();
  for (const attempt of attempts.all()) {
    const { server } = attempt;
    if (server === session.server.baseUrl) continue;
    if (isUndecided(attempt) || isLoudConflict(attempt)) {
      counts.set(server, (counts.get(server) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([server, count]) => sentences.elsewhere(count, server));
}
