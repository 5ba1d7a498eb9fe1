import { type Mutant, mutant } from './mutant';

const COLLECTOR = 'services/collector.ts';

/** Mistakes before and around the one call that moves money. */
export const ofTheCall: readonly Mutant[] = [
  mutant(
    're-sent after a timeout',
    COLLECTOR,
    'conclude(attempt, call);',
    `if (call.outcome.kind === 'noAnswer') {
      await collectByBarcode(session.client, bill, cipherText, amount, settings.barcodeTimeout);
    }
    conclude(attempt, call);`,
  ),
  mutant(
    'journal after the call',
    COLLECTOR,
    `await addInTime(attempt);
    void send(attempt, cipherText, signer);`,
    `void send(attempt, cipherText, signer);
    await addInTime(attempt);`,
  ),
  mutant(
    'a failing journal stops nothing',
    COLLECTOR,
    'await addInTime(attempt);',
    'await addInTime(attempt).catch(() => undefined);',
  ),
  {
    ...mutant(
      'a write that ended too late counts as sent',
      COLLECTOR,
      'conclude(attempt, NOT_SENT);',
      '',
    ),
    tests: ['test/services/collector-checks.test.ts'],
  },
  mutant(
    'no fresh read before the call',
    COLLECTOR,
    'const baseline = await freshBaseline(bill, early);',
    'const baseline = (await early) ?? { sentAt: clock.now(), payState: null, figures: null };',
  ),
  mutant(
    'a stale fresh read is taken',
    COLLECTOR,
    'return age >= 0 && age <= settings.baselineMaxAge;',
    'return age >= 0;',
  ),
  {
    name: 'paystate 3 of a later query is forgotten',
    edits: [
      {
        file: COLLECTOR,
        find: 'if (bills.lastState(bill) === BILL_COMPLETE) throw new BillAlreadyCollectedError();',
        replace: '',
      },
    ],
    // One payment in a hundred thousand.
    tests: ['test/services/collector.test.ts'],
  },
  {
    name: 'what was learnt during the journal’s write is forgotten',
    edits: [{ file: COLLECTOR, find: ' && mayStillLeave(attempt)', replace: '' }],
    tests: ['test/services/collector.test.ts'],
  },
  {
    // The fresh read is judged, and so is whatever was told last: both must be gone.
    name: 'paystate 3 before the call ignored',
    edits: [
      {
        file: COLLECTOR,
        find: 'if (baseline.payState === BILL_COMPLETE) throw new BillAlreadyCollectedError();',
        replace: '',
      },
      {
        file: COLLECTOR,
        find: 'if (bills.lastState(bill) === BILL_COMPLETE) throw new BillAlreadyCollectedError();',
        replace: '',
      },
      { file: COLLECTOR, find: ' && !complete', replace: '' },
    ],
  },
  mutant(
    'more than remains is charged',
    COLLECTOR,
    'if (amount > remaining) throw new AmountAboveRemainingError(amount, remaining);',
    '',
  ),
  mutant(
    'a code is not remembered',
    COLLECTOR,
    'if (codes.has(scan.code)) throw new CodeAlreadyUsedError();',
    '',
  ),
  mutant('a double tap goes through', COLLECTOR, 'if (busy) throw new BusyError();', ''),
  mutant(
    'charged before the journal is read',
    COLLECTOR,
    'if (!attempts.loaded()) throw attempts.loadProblem() ?? new JournalNotReadError();',
    '',
  ),
  {
    name: 'undecided attempts do not block the call',
    edits: [
      {
        file: COLLECTOR,
        find: `    refuseBlocked(bill);
    if (bills.lastState`,
        replace: '    if (bills.lastState',
      },
      { file: COLLECTOR, find: ' && !others.some(blocksBill)', replace: '' },
      {
        file: COLLECTOR,
        find: `        signedIn();
        refuseBlocked(bill);`,
        replace: '        signedIn();',
      },
    ],
  },
  mutant(
    'float money on the wire',
    'services/pos/collect-by-barcode.ts',
    '${formatYuan(amount)}',
    '${amount * 0.01}',
  ),
  mutant(
    'the code stored in clear',
    'core/payment-code.ts',
    "return `${code.slice(0, 2)}${'*'.repeat(code.length - 4)}${code.slice(-2)}`;",
    'return code;',
  ),
  mutant(
    'the KEY stored',
    COLLECTOR,
    '{ id, server, user, bill, amount, maskedCode, baseline },',
    '{ id, server, user: signer.key.reveal(), bill, amount, maskedCode, baseline },',
  ),
];
