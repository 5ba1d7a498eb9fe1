import type { AttemptState, Proof, Recheck } from '../core/attempt';
import type { ClosingTooEarlyReason } from '../core/errors/closing-too-early-error';
import type { ExportFailedReason } from '../core/errors/export-failed-error';
import type { InvalidAmountReason } from '../core/errors/invalid-amount-error';
import type { InvalidBillNumberReason } from '../core/errors/invalid-bill-number-error';
import type { InvalidSampleReason } from '../core/errors/invalid-sample-error';
import type { InvalidSignInReason } from '../core/errors/invalid-sign-in-error';
import type { NoAnswerReason } from '../core/errors/no-answer-error';
import type { ServerChangeRefusedReason } from '../core/errors/server-change-refused-error';
import type { SignOutRefusedReason } from '../core/errors/sign-out-refused-error';
import type { OtherScan } from '../core/payment-code';
import type { RecordsCsvWords } from '../core/records-csv';
import type { RejectedReason, UnknownReason } from '../core/verdict';
import type { CipherProfileName } from '../utils/crypto';

/**
 * Every word the interface speaks, in one file. Visible text and accessible name are the same words.
 * Page titles stand a second time in each page's JSON, where WeChat wants them; a test compares.
 */
export const words = {
  /** Stands for a figure that has not been read. */
  notRead: '—',
  yuan: '¥',

  common: {
    bill: '售货单',
    amount: '金额',
    time: '时间',
    paymentNumber: '支付流水号',
    paymentCode: '付款码',
  },

  login: {
    title: '登录',
    user: '用户名',
    userHint: '收银系统的登录名',
    password: '密码',
    passwordHint: '收银系统的登录密码',
    server: '服务器',
    submit: '登录',
    submitting: '正在登录…',
    again: '登录已失效，请重新登录。未确认的收款不会丢失。',
    showPassword: '显示密码',
    hidePassword: '隐藏密码',
    /** In develop only. */
    changeServer: '更换服务器',
    address: '服务器地址',
    addressHint: '留空：恢复默认',
    changeAdvice:
      '仅开发版可用。更换后小程序重新打开，需要重新登录；未确认的收款留在本机，换回原服务器后继续查询。',
    change: '更换并重新打开',
    changing: '正在重新打开…',
    keepServer: '取消',
    changed: '服务器已更换，请关闭小程序后重新打开',
  },

  collect: {
    title: '收款',
    bill: '售货单号',
    billHint: '输入或扫描单号',
    scanBill: '扫单号',
    due: '应收',
    collected: '已收',
    remaining: '待收',
    amount: '收款金额',
    amountEmpty: '0.00',
    collect: '扫码收款',
    signIn: '登录',
    starting: '请稍候…',
    trouble: '程序出错：收款流水已保存，请关闭小程序后重新打开',
    /** The same where not everything of the journal is known to be saved. */
    troubleAlone: '程序出错，请关闭小程序后重新打开',
    records: '收款记录',
    weakNetwork: '网络较弱，收款结果可能要多等一会儿',
    settings: '设置',
    readingJournal: '正在读取本机收款流水…',
    blocked: '该单有一笔待确认',
    view: '查看',
    byRows: '按明细',
    collectedHere: '本机已收',
    fill: '填入',
    filled: '已填入待收',
    fromLink: '来自单据码',
    /** The amount of a payment on this bill that failed. */
    returned: '上次未收款',
    detail: '明细',
    reading: '读取中…',
    retry: '重试',
    nothingDue: '该单没有应收金额，请核对单号',
    putBack: '换回',
    doubtTitle: '金额超过待收',
    uncountedTitle: '可能重复收款',
    doubtGoOn: '继续收款',
    doubtStop: '返回修改',
  },

  refused: {
    title: '不能使用',
    heading: '服务器不能使用',
    hint: '连接没有加密，没有发出任何数据',
    advice: '服务器地址必须以 https:// 开头。请联系管理员更正后，重新打开小程序。',
    server: '服务器',
  },

  sessionNotice: {
    notKept: '登录无法加密保存，下次打开要重新登录',
    dismiss: '知道了',
  },

  keypad: {
    title: '数字键盘',
    point: '小数点',
    backspace: '退格',
    clear: '清空',
  },

  billSheet: {
    title: '单据明细',
    parts: '本机收款',
    noParts: '本机还没有收款',
    rows: '商品明细',
    reading: '正在读取商品明细…',
    empty: '该单没有商品',
    unreadable: '暂时读不到商品明细',
    retry: '重试',
    returned: '退货',
    close: '关闭',
  },

  billParts: { open: '展开', fold: '收起' },

  launch: {
    foreignLink: '这个二维码不是本店的单据码',
    noBill: '单据码里没有售货单号',
    amountDropped: '单据码里的金额不能用，请核对后输入',
  },

  pending: {
    title: '收款确认中',
    awaiting: '等待客人付款',
    awaitingHint: '请客人在手机上输入支付密码',
    confirming: '正在确认结果',
    confirmingHint: '款项可能已收到，请勿重复收款',
    unresolved: '结果未知',
    unresolvedHint: '请勿重复收款',
    unresolvedAdvice: '请核对客人的微信账单或收银系统后再处理',
    received: '款项已收到',
    receivedHint: '正在核对该单是否收齐',
    elapsed: '已等待',
    asking: '正在查询…',
    weak: '单据有变动，但不能确认是这笔收款',
    askNow: '立即查询',
    askAgain: '继续查询',
    next: '先收下一单',
    paid: '确认已收款',
    notPaid: '确认未收款',
    signIn: '重新登录',
    sessionRefused: '登录已失效，登录后会继续查询',
    notSignedIn: '未登录，登录后会继续查询',
  },

  closing: {
    title: { paid: '确认已收款', notPaid: '确认未收款' },
    question: { paid: '您看到了什么凭证？', notPaid: '您核对了什么？' },
    notes: {
      paid: ['客人微信账单显示已付款', '收银系统显示该单已收款', '微信商家后台有这笔收款'],
      notPaid: [
        '客人微信账单没有这笔付款',
        '微信商家后台没有这笔收款',
        '管理员已核对微信商家后台，没有这笔',
      ],
    },
    warning: {
      paid: '只凭口头说明不能确认。确认后计入「人工确认」。',
      notPaid: '确认后该单可以再次收款。如果客人其实已付款，会重复收款。',
    },
    next: '下一步',
    again: '请再次确认',
    confirm: { paid: '确定已收款', notPaid: '确定未收款' },
    asking: '正在最后查询…',
    cancel: '取消',
  },

  news: {
    dismiss: '知道了',
    part: '部分收款',
  },

  exporting: {
    title: '导出文件',
    writing: '正在写文件…',
    send: '发送文件',
    copy: '复制内容',
    close: '关闭',
    sent: '文件已发送',
    copied: '内容已复制',
  },

  update: {
    ready: '新版本已就绪',
    restart: '重启更新',
  },

  success: {
    title: '收款成功',
    heading: '收款成功',
    byBillState: '按单据状态',
    byStaff: '人工确认',
    /** A person's word on this payment, and no amount of the bill was read before it. */
    paidByStaff: '人工确认已收',
    paidByStaffHint: '尚不知该单是否收齐',
    billTotal: '整单已收',
    collectedHere: '本机已收',
    next: '下一单',
    receipt: '查看小票',
  },

  partial: {
    title: '部分收款成功',
    heading: '部分收款成功',
    thisTime: '本次收款',
    due: '应收',
    collected: '已收',
    collectedHere: '本机已收',
    remaining: '还需收款',
    reading: '正在读取该单金额…',
    unreadable: '暂时读不到该单金额',
    notCounted: '已收还不含人工确认的收款，请核对后再收',
    notComputable: '金额多于两位小数，不能计算',
    more: '继续收款',
    later: '稍后再收',
  },

  records: {
    title: '收款记录',
    loading: '正在读取本机收款流水…',
    retry: '重试',
    filter: '筛选单号',
    filterHint: '单号或其中几位',
    clearFilter: '清除',
    found: '筛选结果',
    previousDay: '前一天',
    nextDay: '后一天',
    today: '今日',
    shift: '本班',
    kind: '已收',
    byAnswer: '系统确认',
    byBillState: '按单据状态',
    byStaff: '人工确认',
    conflicts: '冲突，请先处理',
    undecided: '待确认',
    empty: '这一天没有收款',
    nothingFound: '没有这样的单号',
    more: '显示更多',
    newer: '显示较新的',
    ask: '查询',
    asking: '正在查询…',
    exportRecords: '导出',
    exportChoice: '选择导出范围',
    exportAll: '全部保留的记录',
    cancel: '取消',
  },

  receipt: {
    title: '小票',
    loading: '正在读取小票…',
    retry: '重试',
    signIn: '登录',
    noRows: '没有商品明细',
    nameless: '未命名商品',
    returned: '退货',
    due: '应收',
    dueByRows: '应收（按明细）',
    collected: '已收',
    collectedHere: '本机已收',
    remaining: '待收',
    parts: '本机收款',
    next: '下一单',
  },

  record: {
    title: '收款详情',
    conclusion: '依据',
    story: '经过',
    ask: '查询',
    asking: '正在查询…',
    handle: '去处理',
    receipt: '查看小票',
    user: '收款人',
    server: '服务器',
    complete: '该单收齐',
    yes: '是',
    no: '否',
  },

  settings: {
    title: '设置',
    user: '登录用户',
    nobody: '未登录',
    server: '服务器',
    version: '版本',
    environments: { develop: '开发版', trial: '体验版', release: '正式版' },
    sound: '声音',
    vibration: '振动',
    exportLog: '导出日志',
    cipherCheck: '加密自检',
    notKept: '手机存储不可用：本次有效，重新打开后会恢复原样',
    signIn: '登录',
    signOut: '退出登录',
    signOutTitle: '确定退出登录？',
    signOutSure: '确定退出',
    signOutText: '退出后需要重新输入用户名和密码',
  },

  'cipher-check': {
    title: '加密自检',
    running: '正在自检…',
    passed: '自检通过',
    failed: '自检不通过',
    failedHint: '本机加密结果不对，请勿收款，请联系技术支持',
    inUse: '当前使用',
    warning: '请用测试密码和样例码，不要输入登录密码或客人的付款码。本页不保存、不发送。',
    password: '测试密码',
    passwordHint: '约定的测试密码',
    code: '样例付款码',
    codeHint: '18 位数字',
    profile: '查看哪种方式的结果',
    compute: '计算',
    key: 'KEY',
    cipherText: '密文',
    back: '返回设置',
  },

  switches: { on: '开', off: '关' },

  log: {
    fileTitle: '付款码收银台 · 日志',
    fileName: '收银日志',
    summary: '含售货单号、金额、用户名、收款状态和时间；不含付款码和密码',
  },
  failure: {
    title: '收款失败',
    heading: '收款失败',
    conflictHeading: '收款冲突',
    closedHeading: '人工确认未收款',
    scanAgain: '重新扫码',
    acknowledge: '我已知晓',
    back: '返回',
    checking: '正在核对单据，请稍候…',
    unmoved: '已核对：该单金额未变，可以重新收款',
    /** No amount can be compared: a part of the money need not move the state. */
    stateUnmoved: '已核对：单据状态未变，金额未核对',
    stateUnmovedHint: '请先看客人微信账单，没有这笔付款再重新收款',
    unreadable: '暂时无法核对',
    unreadableHint: '核对前请勿再次收款，系统会自动重试',
    sessionRefused: '登录已失效，登录后会继续核对',
    notSignedIn: '未登录，登录后会继续核对',
    signInHint: '核对前请勿再次收款',
    signIn: '重新登录',
    conflict: '记录为未收款，但单据有变动：款项可能已收到。请勿再次收款，请核对客人的微信账单。',
    declinedWithoutWords: '付款未成功，请客人换一种付款方式或刷新付款码',
    staffNotPaid: '该单可以重新收款',
  },
} as const;

/** Sentences with something filled in. Apart from `words`, which pages hand to their templates whole. */
export const sentences = {
  logMadeAt: (at: string, zone: string): string => `导出时间 ${at}（${zone}）`,
  logAttempts: (count: number): string => `== 近三天和未了结的收款：${String(count)} 笔 ==`,
  logEntries: (count: number): string => `== 日志：${String(count)} 条 ==`,
  /** @param unresolved how many of them are staff's to see to, because asking has ended */
  undecided: (count: number, unresolved: number): string => {
    const all = `${String(count)} 笔收款待确认`;
    if (unresolved === 0) return all;
    return unresolved === count
      ? `${all}，结果未知`
      : `${all}，其中 ${String(unresolved)} 笔结果未知`;
  },
  /** Attempts that only another server can settle. */
  elsewhere: (count: number, server: string): string =>
    `另有 ${String(count)} 笔收款待处理，属于服务器 ${server}，换回后继续查询`,
  damaged: (count: number): string =>
    `${String(count)} 条收款流水读不出，请联系技术支持，勿删除小程序`,
  unwritten: (count: number): string =>
    `${String(count)} 笔收款的最新结果没有写入手机，请清理手机空间，暂勿关闭小程序`,
  news: (bill: string, amount: string, state: string, by: string): string =>
    [bill, `¥${amount}`, state, by].join(' ').trim(),
  conflicts: (count: number): string => `${String(count)} 笔收款冲突`,
  count: (count: number): string => `${String(count)} 笔`,
  yuan: (amount: string): string => `¥${amount}`,
  moreRows: (count: number): string => `另有 ${String(count)} 行，请在收银系统查看`,
  readAt: (time: string): string => `${time} 读取`,
  /** Below the heading of a column of totals. */
  since: (time: string): string => `${time} 起`,
  exportName: (day: string): string => `收款记录-${day}`,
  exportChoice: (what: string, count: number): string => `${what}（${String(count)} 笔）`,
  exportSummary: (count: number): string => `共 ${String(count)} 笔`,
  damagedIds: (ids: readonly string[]): string => `读不出的记录：${ids.join('、')}`,
  inquiry: (decided: number, open: number, failed: number, why: string): string =>
    [
      decided > 0 ? `${String(decided)} 笔已有结果` : '',
      open > 0 ? `${String(open)} 笔已查询，尚无结果` : '',
      failed > 0 ? `${String(failed)} 笔没有查到：${why}` : '',
    ]
      .filter((part) => part !== '')
      .join('；'),
  person: (name: string, user: string): string => (name === user ? user : `${name}（${user}）`),
  version: (version: string, environment: string): string => `${version} ${environment}`,
  knownAnswers: (count: number): string => `${String(count)} 组已知答案全部一致`,
  wrongProfiles: (names: readonly string[], hint: string): string => `${names.join('、')}：${hint}`,
  undecidedStay: (bills: readonly string[]): string =>
    `${String(bills.length)} 笔收款待确认，会留在本机，请下一位登录后继续查询：${bills.join('、')}`,
  asked: (clock: string): string => `${clock} 已查询，尚无结果`,
  /** The money is there; only whether the bill is complete is open. */
  askedIfComplete: (clock: string): string => `${clock} 已查询，尚不知该单是否收齐`,
  aboveRemaining: (remaining: string): string => `收款金额超过待收 ¥${remaining}`,
  /** Due by the rows, collected by this phone: whole-bill discounts and other tills are not in it. */
  aboveDoubtful: (amount: string, due: string, collected: string): string =>
    `要收 ¥${amount}。按明细应收 ¥${due}，本机已收 ¥${collected}；整单优惠和其他收银机的收款不在其中。`,
  aboveUncounted: (amount: string, uncounted: string, left: string): string =>
    `要收 ¥${amount}。人工确认已收的 ¥${uncounted} 还不在已收里，除去后只剩 ¥${left}，多收会重复收款。`,
  minutes: (count: number): string => `${String(count)} 分钟`,
  hours: (count: number): string => `${String(count)} 小时`,
  days: (count: number): string => `${String(count)} 天`,
  clockWrong: (difference: string): string =>
    `手机时间与服务器相差 ${difference}，请在手机设置里打开自动设置时间；手机时间无误时请联系管理员校准服务器`,
  otherServer: (server: string): string =>
    `这笔收款在另一台服务器上，这里查不到。请用连接 ${server} 的小程序查询`,
  dueByRows: (due: string): string => `¥${due}（按明细）`,
  parts: (count: number, collected: string): string =>
    `本机收款 ${String(count)} 笔，已收 ¥${collected}`,
  quantity: (quantity: string, unit: string): string => `× ${quantity} ${unit}`,
  billReplaced: (bill: string, amount: string): string =>
    `原来填写的${bill === '' ? '金额' : ` ${bill}`}${amount === '' ? '' : ` ¥${amount}`} 没有收款`,
  linkAmountReplaced: (amount: string): string => `单据码的金额 ¥${amount} 多于待收，已填入待收`,
  linkRefused: (reason: string): string => `单据码不能用：${reason}`,
} as const;

/** Why an attempt was rejected, in words to act on. Nothing was charged. */
export const rejectedWords: Readonly<Record<RejectedReason, string>> = {
  notSent: '请求没有发出，未扣款。请检查网络后重新扫码',
  refusedByServer: '服务器拒绝了这次请求，未扣款。请核对单号和金额，再重新扫码',
  staleClock: '手机时间与服务器不一致，未扣款。已自动校时，请重新扫码',
};

/** A state as one short name, for lists. */
export const stateWords: Readonly<Record<AttemptState, string>> = {
  prepared: '未发出',
  submitted: '确认中',
  awaiting: '等待客人付款',
  unknown: '确认中',
  unresolved: '结果未知',
  collected: '已收款',
  declined: '失败',
  rejected: '未收款',
  staffPaid: '人工确认已收',
  staffNotPaid: '人工确认未收',
  conflict: '冲突',
};

/** What proves that money was received. */
export const proofWords: Readonly<Record<Proof, string>> = {
  answer: '服务器对这次收款的应答',
  lateAnswer: '服务器对这次收款的应答（较晚收到）',
  thirdPartyQuery: '向微信查询的结果',
  billState: '单据状态变为已收齐，这笔正好是全部待收',
  receiptGrowth: '小票的已收正好增加了这笔金额',
};

/** Why an answer to the call proved nothing. */
export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  noAnswer: '没有收到应答（网络不通或超时）',
  interrupted: '等待应答时被中断',
  otherBill: '应答里是另一张售货单',
  undocumentedErrcode: '应答的结果码没有约定',
  sessionRefused: '服务器拒绝了请求（登录失效，或请求重复送达）',
  tooManyRequests: '服务器繁忙',
  serverError: '服务器出错',
  unexpectedStatus: '服务器应答异常',
  unreadableAnswer: '应答无法识别',
};

/** How an attempt came to stand as it does, step by step (the record's page). */
export const storyWords = {
  /** Steps that read the same whatever the attempt. */
  steps: {
    prepared: '扫到客人的付款码',
    // Written down before the call leaves: whether it did, the next step tells.
    submitted: '准备发出收款请求',
    abandoned: '发出前停止，没有扣款',
    notSentAtRestart: '程序重启：请求没有发出，没有扣款',
    restarted: '程序重启：请求可能已发出，没有等到应答',
    answeredCollected: '服务器应答：已收款',
    answeredAwaiting: '服务器应答：等待客人确认付款',
    watchEnded: '自动查询结束，没有查到结果',
    recheckMoved: '核对单据：金额或状态有变动，与「未收款」不符',
    acknowledged: '收银员已知晓冲突',
  },
  checks: {
    pending: '正在核对单据是否有变动',
    unmoved: '之后核对过单据，没有变动',
    unreadable: '之后读不到单据，暂时无法核对',
  } satisfies Record<Recheck, string>,
  stateUnmoved: '之后核对过单据，状态未变，金额未核对',
  refused: '请求被拒绝，未扣款',
  untrusted: '应答不可信',
  billThere: '单据存在',
  billComplete: '单据已收齐',
  billOpen: '单据未收齐',
  conclusions: {
    undecided: '还没有凭据：款项可能已收到，也可能没有。请勿重复收款',
    neverSent: '请求没有发出，没有扣款',
    refused: '请求在处理前被拒绝，没有扣款',
    conflict: '记录为未收款，但款项可能已收到。请核对客人的微信账单',
  },
};

const because = (reason: string): string => (reason === '' ? '' : `（${reason}）`);
const namely = (what: string): string => (what === '' ? '' : `：${what}`);

/** The same with something filled in. */
export const storySentences = {
  declined: (message: string): string => `服务器应答：收款失败${because(message)}`,
  unclear: (reason: string): string => `结果不明：${reason}`,
  money: (proof: string): string => `确认已收款${namely(proof)}`,
  unexpectedMoney: (proof: string): string => `出现款项，与「未收款」不符${namely(proof)}`,
  staffPaid: (by: string, note: string): string => `${by} 人工确认已收款${because(note)}`,
  staffNotPaid: (by: string, note: string): string => `${by} 人工确认未收款${because(note)}`,
  became: (state: string): string => `状态变为「${state}」`,
  byAnswer: (proof: string): string => `系统确认：${proof}`,
  byBillState: (proof: string): string =>
    `按单据状态：${proof}。现金或其他收银机收款也会有同样的变动`,
  byStaff: (by: string, note: string): string => `人工确认：${by} 确认已收款${because(note)}`,
  notPaidByStaff: (by: string, note: string): string =>
    `人工确认：${by} 确认未收款${because(note)}`,
  declinedThen: (check: string): string => `服务器应答收款失败；${check}`,
  before: (state: string): string => `收款前读到：${state}`,
  beforeAmounts: (due: string, collected: string, state: string): string =>
    `收款前读到：应收 ¥${due}，已收 ¥${collected}${state === '' ? '' : `，${state}`}`,
  billOpenAt: (state: string): string => `单据未收齐（状态 ${state}）`,
};

/** The exported table; its columns stand in this order. */
export const recordsCsvWords: RecordsCsvWords = {
  columns: {
    bill: '售货单',
    amount: '金额（元）',
    state: '状态',
    by: '依据',
    proof: '凭据',
    billComplete: '该单收齐',
    paymentNumber: '支付流水号',
    code: '付款码',
    user: '收款人',
    preparedAt: '扫码时间',
    submittedAt: '发出时间',
    stateAt: '结果时间',
    closedBy: '人工确认人',
    closedAt: '人工确认时间',
    closingNote: '人工确认说明',
    acknowledgedAt: '冲突知晓时间',
    reason: '原因',
    dueBefore: '收款前应收（元）',
    collectedBefore: '收款前已收（元）',
    server: '服务器',
    id: '记录编号',
  },
  states: stateWords,
  collectedBy: {
    byAnswer: words.records.byAnswer,
    byBillState: words.records.byBillState,
    byStaff: words.records.byStaff,
  },
  proofs: proofWords,
  rejected: rejectedWords,
  unknown: unknownWords,
  yes: '是',
  no: '否',
};

const amountWords: Readonly<Record<InvalidAmountReason, string>> = {
  empty: '请输入收款金额',
  notANumber: '收款金额不是数字',
  tooManyDecimals: '收款金额最多两位小数',
  notPositive: '收款金额须大于 0',
  tooLarge: '收款金额过大',
};

const billWords: Readonly<Record<InvalidBillNumberReason, string>> = {
  empty: '请输入售货单号',
  tooLong: '售货单号最多 20 个字符',
  blankInside: '单号中间有空格或换行，请只留单号',
  badCharacters: '售货单号只能用字母、数字、汉字和 - _ . / #',
  paymentCode: '这是付款码，不是售货单号',
  unionPayCode: '这是云闪付付款码，不是售货单号',
};

const scanWords: Readonly<Record<OtherScan, string>> = {
  alipayCode: '这是支付宝付款码，请客人打开微信付款码',
  unionPayCode: '这是云闪付付款码，请客人打开微信付款码',
  empty: '这不是付款码，请扫客人的微信付款码',
  link: '这是一个链接，不是微信付款码',
  goodsBarcode: '这是商品条码，不是微信付款码',
  digitsOfOtherLength: '位数不对：微信付款码是 18 位数字',
  digitsOfOtherKind: '这不是微信付款码：微信付款码以 10–15 开头',
  text: '这不是微信付款码，请扫客人「收付款」里的付款码',
};

const signInWords: Readonly<Record<InvalidSignInReason, string>> = {
  noUser: '请输入用户名',
  noPassword: '请输入密码',
  userNotAscii: '用户名只能用英文字母、数字和常用符号，请向管理员要一个这样的用户名',
};

const closingWords: Readonly<Record<ClosingTooEarlyReason, string>> = {
  watchRunning: '还在自动查询，请等查询结束后再确认',
  notAnswered: '服务器没有应答，请查询成功后再确认',
  settled: '这笔收款已有结果',
};

const noAnswerWords: Readonly<Record<NoAnswerReason, string>> = {
  interrupted: '查询被中断，请重试',
  domainNotAllowed: '服务器地址不在小程序的合法域名中，请联系管理员',
  network: '网络不通或服务器没有应答，请检查网络',
  repeated: '请求重复送达，服务器没有受理，请重试',
};

const exportWords: Readonly<Record<ExportFailedReason, string>> = {
  full: '手机空间不足，文件没有写成。请清理空间后重试，或复制内容',
  notWritten: '文件没有写成，请重试或复制内容',
  notSent: '文件没有发出，请重试或复制内容',
  notCopied: '没有复制成功，请重试',
  privacyRefused: '您没有同意微信的隐私提示，请重试并点「同意」',
  privacyUndeclared: '小程序的隐私指引没有写明此用途，请联系管理员',
};

const sampleWords: Readonly<Record<InvalidSampleReason, string>> = {
  noPassword: '请输入测试密码',
  badCode: '样例付款码须为 18 位数字',
  ownPassword: '这是您的登录密码，请换一个测试密码',
};

/** How a cipher profile gets its key, and its mode. */
export const profileWords: Readonly<Record<CipherProfileName, string>> = {
  'sha256-ecb': 'KEY 的 SHA-256 前 24 字节，ECB',
  'sha256-cbc-keyiv': 'KEY 的 SHA-256 前 24 字节，CBC，IV 为密钥前 8 字节',
  'sha256-cbc-zeroiv': 'KEY 的 SHA-256 前 24 字节，CBC，IV 全 0',
  'utf8-ecb': 'KEY 前 24 个字符，ECB',
};

const signOutWords: Readonly<Record<SignOutRefusedReason, string>> = {
  collecting: '正在收款，暂时不能退出登录',
  sending: '有一笔收款正在等服务器应答，请等它有结果后再退出登录',
};

const serverChangeWords: Readonly<Record<ServerChangeRefusedReason, string>> = {
  notAnAddress: '地址不对，应像 https://pos.example.com 或 http://192.168.1.5:8610',
  insecure: '这个地址必须以 https:// 开头；只有本机和局域网的 IP 地址可以用 http://',
  inUse: '现在用的就是这个服务器',
  collecting: '正在收款，暂时不能更换服务器',
  sending: '有一笔收款正在等服务器应答，请等它有结果后再更换服务器',
  unwritten: '有收款结果还没有写入手机，请清理手机空间，稍后再更换服务器',
};

/** Words for the errors of the core, by class code; `detail` is the error's own reason. */
export const problemWords = {
  invalidAmount: amountWords,
  invalidBillNumber: billWords,
  notAPaymentCode: scanWords,
  invalidSignIn: signInWords,
  noAnswer: noAnswerWords,
  closingTooEarly: closingWords,
  exportFailed: exportWords,
  signOutRefused: signOutWords,
  serverChangeRefused: serverChangeWords,
  invalidSample: sampleWords,
  codeAlreadyUsed: '这个付款码刚刚用过，请客人刷新付款码',
  billBlocked: '该单有一笔待确认，不能再次收款',
  billAlreadyCollected: '该单已收齐，无需再收',
  notSignedIn: '请先登录',
  signInRefused: '用户名或密码不对',
  sessionRefused: '登录已失效，请重新登录',
  clockWrong:
    '服务器不接受手机的时间，请在手机设置里打开自动设置时间；手机时间无误时请联系管理员校准服务器',
  sessionNotForgotten:
    '已退出，但手机存储没有清除登录：重新打开小程序时可能仍是登录状态，请到时再退出一次',
  serverRefused: '服务器拒绝了这次查询',
  unreadableAnswer: '服务器的应答无法识别，请稍后再试',
  storageFailed: '手机存储不可用，不能开始收款。请清理手机空间后重试',
  busy: '正在处理，请稍候',
  journalNotRead: '正在读取本机收款流水，请稍候',
  offline: '手机没有网络，不能开始收款。请连上网络后再试',
  scanFailed: '没有识别到码，请重新扫码；打不开相机时请检查相机权限',
  unexpected: '程序出错，请重试',
} as const;
