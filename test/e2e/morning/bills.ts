import { defaultSeed, type Bill, type BillRow, type Seed } from '../../../sandbox';

/** Name, unit, quantity (may be a weight), price in fen. */
type Goods = readonly [name: string, unit: string, quantity: number, priceFen: number];

/** By whose word money counts as collected; `冲突`: it came though the record says that it did not. */
export type Word = '系统确认' | '按单据状态' | '人工确认' | '冲突';

interface MorningBill {
  /** What the morning does with it. */
  readonly story: string;
  /** What the books say of the money that this till brings; null: it brings none. */
  readonly word: Word | null;
  readonly goods: readonly Goods[];
  readonly returned?: boolean;
}

/** The morning's bills, in the order in which the customers come. */
const MORNING = {
  milk: plain(['鲜牛奶 950ml', '盒', 3, 9_90], ['全麦吐司', '袋', 1, 6_20]),
  apples: plain(['红富士苹果', '千克', 1.264, 12_80]),
  suit: {
    ...plain(['男士衬衫 L', '件', 1, 129_00], ['领带', '条', 1, 90]),
    story: 'the customer is asked for the password',
    word: '按单据状态',
  },
  couple: {
    ...plain(['东北大米 5kg', '袋', 2, 59_80], ['菜籽油 5L', '桶', 2, 58_44]),
    story: 'two people pay a part each, one after the other',
  },
  deposit: {
    ...plain(['儿童保温杯', '个', 2, 59_00], ['彩色铅笔 24 色', '盒', 1, 40_33]),
    story: 'a part now, the rest later in the morning',
  },
  candy: plain(['薄荷糖', '粒', 7, 57]),
  poor: {
    ...plain(['电水壶', '个', 1, 72_16]),
    story: 'declined; another code pays',
  },
  cut: {
    ...plain(['洗衣液 3kg', '瓶', 1, 38_90], ['抽纸 10 包', '提', 1, 15_81]),
    story: 'the answer is lost, a query finds the money',
    word: '按单据状态',
  },
  offline: {
    ...plain(['电池 5 号', '板', 1, 19_99]),
    story: 'refused without a network, then retried',
  },
  late: {
    ...plain(['蓝牙音箱', '台', 1, 88_88]),
    story: 'undecided to the end, closed as not paid; the money comes at noon',
    word: '冲突',
  },
  water: plain(['矿泉水 550ml', '瓶', 1, 2_01]),
  pork: plain(['五花肉', '千克', 0.738, 37_44]),
  half: {
    ...plain(['不粘炒锅', '口', 1, 95_55]),
    story: 'another till takes cash for a part, this one the rest, with the password',
    word: '按单据状态',
  },
  elsewhere: {
    ...plain(['雨伞', '把', 1, 29_90]),
    story: 'another till has taken all of it: refused',
    word: null,
  },
  killed: {
    ...plain(['毛巾', '条', 2, 12_90], ['牙膏', '支', 1, 15_43]),
    story: 'the app is killed after the charge and finds it when it starts',
    word: '按单据状态',
  },
  emptied: {
    ...plain(['男士衬衫 M', '件', 1, 129_00]),
    story: 'every row was returned: refused',
    word: null,
    returned: true,
  },
  eggs: plain(['鸡蛋 30 枚', '板', 1, 27_63]),
  muddled: {
    ...plain(['电饭煲', '台', 1, 188_80]),
    story: 'cash and code at once: nothing is proved, staff see it in the bill of the customer',
    word: '人工确认',
  },
  television: plain(['43 英寸智能电视', '台', 1, 2_399_05]),
  bag: plain(['购物袋（小）', '个', 1, 7]),
} satisfies Readonly<Record<string, MorningBill>>;

export type Name = keyof typeof MORNING;

export const NAMES = Object.keys(MORNING) as readonly Name[];

/** The bill's number: "XS20261122101" is the first one. */
export function billOf(name: Name): string {
  return `XS${20261122101 + NAMES.indexOf(name)}`;
}

/** What the books are to say of this till's money on a bill. */
export function wordOf(billNumber: string): Word | null {
  const name = NAMES.find((one) => billOf(one) === billNumber);
  if (name === undefined) throw new Error(`no bill ${billNumber}`);
  return MORNING[name].word;
}

/** The users of every sandbox, customers who can pay, and these bills alone. */
export const morningSeed: Seed = {
  ...defaultSeed,
  customers: defaultSeed.customers.map((customer) => ({ ...customer, balanceFen: 20_000_00 })),
  bills: NAMES.map(toBill),
};

function plain(...goods: readonly Goods[]): MorningBill {
  return { story: 'paid at once', word: '系统确认', goods };
}

function toBill(name: Name, index: number): Bill {
  const { goods, returned = false }: MorningBill = MORNING[name];
  return {
    number: billOf(name),
    seller: '1001',
    writtenAt: Date.UTC(2026, 10, 22, 1, index),
    rows: goods.map((one, row) => toRow(one, 100 * (index + 1) + row, returned)),
    collectedBeforeFen: 0,
    guide: '',
    memberId: 0,
    memberInfo: '',
  };
}

function toRow([name, unit, quantity, price]: Goods, autoId: number, returned: boolean): BillRow {
  return {
    autoId,
    productId: autoId,
    productName: name,
    productClass: '百货',
    barcode: `690${autoId}`,
    unit,
    weighed: unit === '千克',
    quantity,
    retailPriceFen: price,
    costPriceFen: price,
    discountRate: 1,
    subtotalFen: Math.round(quantity * price),
    returned,
  };
}
