/** What can go wrong with the barcode call: at most one of these a call (the rest adds to it). */
export const BARCODE_FAULTS = [
  'requestLost',
  'requestLate',
  'answerLost',
  'answerPastTimeout',
  'answerDuplicated',
  'deliveredTwice',
  'error5xxBefore',
  'error5xxAfter',
  'bodyTruncated',
  'htmlBefore',
  'htmlAfter',
  'errcodeUndocumented',
  'envelopeWrong',
  'answerOfOtherBill',
  'envelopeUnder500',
  'refused4xx',
  'refused403',
  'refused429',
  'redirected',
  'domainRefused',
] as const;

/** What can go wrong with a read. */
export const QUERY_FAULTS = [
  'queryLost',
  'query5xx',
  'queryGarbled',
  'queryOfOtherBill',
  'queryLate',
  'queryTwice',
  'figuresUnreadable',
] as const;

/** What happens to the app's process; told apart by the instant. */
const KILLS = [
  'killedAnyTime',
  'killedBeforeJournal',
  'killedBeforePost',
  'killedAfterPost',
  'killedBeforeAnswerJournalled',
  'killedWhileHidden',
] as const;

/** Everything else. */
const OTHER_FAULTS = [
  'tornWrite',
  'hiddenShort',
  'hiddenLong',
  'networkSwitched',
  'offline',
  'clockWrong',
  'clockJumped',
  'storageFull',
  'writeFails',
  'writeSlow',
  'readFails',
  'storageCleared',
  'recordDamaged',
  'doubleTap',
  'sameCodeTwice',
  'backGesture',
  'shiftChanged',
  'shortShift',
  'sessionKept',
  'secretsFail',
  'secretsHang',
  'serverChanged',
  'sessionExpired',
  'serverRestarted',
  'queriesFailInARow',
  'billUpdatedLate',
  'paysAfterWatch',
  'cash',
  'secondTill',
  'closedRightly',
  'closedWrongly',
] as const;

export type FaultKind =
  | (typeof BARCODE_FAULTS)[number]
  | (typeof QUERY_FAULTS)[number]
  | (typeof KILLS)[number]
  | (typeof OTHER_FAULTS)[number];

export type BarcodeFault = (typeof BARCODE_FAULTS)[number];
export type QueryFault = (typeof QUERY_FAULTS)[number];

export const FAULT_KINDS: readonly FaultKind[] = [
  ...BARCODE_FAULTS,
  ...QUERY_FAULTS,
  ...KILLS,
  ...OTHER_FAULTS,
];
