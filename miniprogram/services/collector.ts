import type { Settings } from '../config/settings';
import {
  type Attempt,
  type BillReading,
  blocksBill,
  prepareAttempt,
  remainingAt,
} from '../core/attempt';
import type { BillNumber } from '../core/bill';
import { AmountAboveRemainingError } from '../core/errors/amount-above-remaining-error';
import { BillAlreadyCollectedError } from '../core/errors/bill-already-collected-error';
import { BillBlockedError } from '../core/errors/bill-blocked-error';
import { BusyError } from '../core/errors/busy-error';
import { CodeAlreadyUsedError } from '../core/errors/code-already-used-error';
import { JournalNotReadError } from '../core/errors/journal-not-read-error';
import { NotAPaymentCodeError } from '../core/errors/not-a-payment-code-error';
import { OfflineError } from '../core/errors/offline-error';
import { StorageFailedError } from '../core/errors/storage-failed-error';
import type { Fen } from '../core/money';
import { judgeScan, maskPaymentCode, type PaymentCode } from '../core/payment-code';
import { applyEvent } from '../core/transitions';
import { BILL_COMPLETE, judgeBarcodeAnswer } from '../core/verdict';
import type { Clock } from '../utils/clock';
import { encryptPaymentCode } from '../utils/crypto';
import type { Network } from '../utils/network';
import type { Random } from '../utils/random';
import type { Scanner } from '../utils/scanner';
import { createObservable } from '../utils/observable';
import { within } from '../utils/within';
import type { AttemptStore } from './attempt-store';
import type { BillReader } from './bill-reader';
import { createCodeMemory } from './code-memory';
import { applyReading } from './apply-reading';
import { collectByBarcode } from './pos/collect-by-barcode';
import type { SingleOutcome } from './pos/pos-client';
import { toCashierError } from './to-cashier-error';
import { noSession, type Session, type SessionService } from './session';

/** Runs one attempt from the tap on 扫码收款 to the verdict. */
export interface Collector {
  /**
   * Opens the scanner, reads the bill meanwhile, and sends the one barcode call.
   *
   * @returns the attempt's id as soon as the call is on its way (its verdict arrives in the store),
   *   or null when staff cancelled the scan
   * @throws CashierError when nothing was sent; the reason says what staff can do
   */
  collect(bill: BillNumber, amount: Fen): Promise<string | null>;
  /** Between the tap and the call. */
  busy(): boolean;
  /** Tells when it is no longer busy. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface CollectorParts {
  readonly attempts: AttemptStore;
  readonly bills: BillReader;
  readonly session: SessionService;
  readonly scanner: Scanner;
  readonly clock: Clock;
  readonly random: Random;
  readonly network: Network;
  readonly settings: Settings;
}

const NOT_SENT: SingleOutcome = {
  outcome: { kind: 'notSent', reason: 'ownCheck' },
  staleClockVerified: false,
};

export function createCollector(parts: CollectorParts): Collector {
  const { attempts, bills, session, scanner, clock, random, network, settings } = parts;
  const codes = createCodeMemory();
  const idle = createObservable<undefined>();
  const server = session.server.baseUrl;
  let busy = false;

  function refuseBlocked(bill: BillNumber): void {
    const blocking = attempts.blocking(server, bill);
    if (blocking !== null) throw new BillBlockedError(blocking.id);
  }

  function signedIn(): Session {
    const current = session.current();
    if (current !== null) return current;
    throw noSession(session);
  }

  function judgeCode(text: string): PaymentCode {
    const scan = judgeScan(text);
    if (scan.kind === 'other') throw new NotAPaymentCodeError(scan.found);
    if (codes.has(scan.code)) throw new CodeAlreadyUsedError();
    return scan.code;
  }

  /** Reads the bill; what it tells about older attempts on the bill counts. */
  async function readBill(bill: BillNumber): Promise<BillReading> {
    const before = attempts.onBill(server, bill);
    const reading = await bills.readAll(bill);
    applyReading(attempts, before, reading, clock.now());
    return reading;
  }

  /** The read that was started with the scanner, or a new one if that failed or has grown old. */
  async function freshBaseline(
    bill: BillNumber,
    early: Promise<BillReading | null>,
  ): Promise<BillReading> {
    const reading = await early;
    if (reading !== null && isFresh(reading)) return reading;
    return readBill(bill);
  }

  /** A reading from the future was made before the clock was set back: nobody knows how old it is. */
  function isFresh({ sentAt }: BillReading): boolean {
    const age = clock.now() - sentAt;
    return age >= 0 && age <= settings.baselineMaxAge;
  }

  function checkBaseline(baseline: BillReading, amount: Fen): void {
    if (baseline.payState === BILL_COMPLETE) throw new BillAlreadyCollectedError();
    const remaining = remainingAt(baseline);
    if (remaining === null) return;
    if (remaining <= 0) throw new BillAlreadyCollectedError();
    if (amount > remaining) throw new AmountAboveRemainingError(amount, remaining);
  }

  /** From the scanned code to the call being on its way. */
  async function submit(
    bill: BillNumber,
    amount: Fen,
    code: PaymentCode,
    early: Promise<BillReading | null>,
  ): Promise<string> {
    const id = await random.hex(8);
    const baseline = await freshBaseline(bill, early);
    checkBaseline(baseline, amount);
    // Again: the read may have turned an older attempt into a conflict, and while the scanner was
    // open another answer may have come in, or a query have found the bill complete.
    refuseBlocked(bill);
    if (bills.lastState(bill) === BILL_COMPLETE) throw new BillAlreadyCollectedError();
    const signer = signedIn();
    const { user } = signer;
    const cipherText = encryptPaymentCode(code, signer.key.reveal(), settings.cipherProfile);
    const maskedCode = maskPaymentCode(code);
    const prepared = prepareAttempt(
      { id, server, user, bill, amount, maskedCode, baseline },
      clock.now(),
    );
    const attempt = applyEvent(prepared, { type: 'submit', at: clock.now() });
    codes.remember(code);
    await addInTime(attempt);
    void send(attempt, cipherText, signer);
    return id;
  }

  /**
   * Durable while the read before the charge still counts, or not sent at all. A write that ends
   * after that leaves a record which says so.
   */
  async function addInTime(attempt: Attempt): Promise<void> {
    const added = attempts.add(attempt);
    try {
      await within(clock, settings.baselineMaxAge, added, () =>
        Promise.reject(new StorageFailedError('too slow')),
      );
    } catch (error) {
      void added.then(
        () => {
          conclude(attempt, NOT_SENT);
        },
        () => undefined,
      );
      throw error;
    }
  }

  /**
   * The journal's write may have taken so long that the read before the charge is worth nothing, that
   * the bill was found complete, or that an older attempt on it came under suspicion.
   */
  function mayStillLeave({ id, bill, baseline }: Attempt): boolean {
    const others = attempts.onBill(server, bill).filter((other) => other.id !== id);
    const complete = bills.lastState(bill) === BILL_COMPLETE;
    return isFresh(baseline) && !complete && !others.some(blocksBill);
  }

  /** @param signer whose KEY made the cipher text: signed by anybody else it could not be read */
  async function send(attempt: Attempt, cipherText: string, signer: Session): Promise<void> {
    const { bill, amount } = attempt;
    const call =
      session.current() === signer && mayStillLeave(attempt)
        ? await collectByBarcode(session.client, bill, cipherText, amount, settings.barcodeTimeout)
        : NOT_SENT;
    conclude(attempt, call);
  }

  function conclude({ id, bill }: Attempt, { outcome, staleClockVerified }: SingleOutcome): void {
    const verdict = judgeBarcodeAnswer(outcome, bill, settings, staleClockVerified);
    attempts.apply(id, { type: 'answer', verdict, at: clock.now() });
  }

  return {
    busy: () => busy,
    subscribe: idle.subscribe,

    async collect(bill, amount) {
      // Taken before the first await: a second tap that is already queued finds it set.
      if (busy) throw new BusyError();
      busy = true;
      try {
        if (!attempts.loaded()) throw attempts.loadProblem() ?? new JournalNotReadError();
        signedIn();
        refuseBlocked(bill);
        if (!(await network.online())) throw new OfflineError();
        // Started while the scanner is open. Its failure is not told before the scan is done: by
        // then it is read anew, and that answer is the one that counts.
        const early = readBill(bill).catch(() => null);
        const scanned = await scanner.scan('payment');
        if (scanned === null) return null;
        return await submit(bill, amount, judgeCode(scanned), early);
      } catch (error) {
        throw toCashierError(error);
      } finally {
        busy = false;
        // In a turn of its own: a page's mistake must not change what came of this.
        void Promise.resolve().then(() => {
          idle.emit(undefined);
        });
      }
    },
  };
}
