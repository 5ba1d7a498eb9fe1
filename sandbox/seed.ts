import type { Bill, BillRow } from './domain/bill';
import type { Instant } from './domain/clock';
import type { Customer } from './domain/wallet';

/** Someone who may sign in at the POS server. The login is ASCII, because it is the Hawk id. */
export interface User {
  login: string;
  password: string;
  nickname: string;
}

/** Everything a fresh sandbox knows. */
export interface Seed {
  shop: { id: string; name: string };
  users: readonly User[];
  customers: readonly Customer[];
  bills: readonly Bill[];
}

const DAY_START: Instant = Date.UTC(2026, 10, 22, 1, 0, 0);
const MINUTE_MS = 60_000;

let lastAutoId = 500;

/** The sandbox as `npm run sandbox` shows it. */
export const defaultSeed: Seed = {
  shop: { id: 'S001', name: '青禾生活超市·中山路店' },
  users: [
    { login: '1001', password: '123456', nickname: '王小明' },
    { login: '1002', password: '收银员@2024', nickname: '李晓芳' },
  ],
  customers: [
    { id: 'c1', name: '陈女士', balanceFen: 500_00, askPassword: false },
    { id: 'c2', name: '赵同学', balanceFen: 8_88, askPassword: false },
    { id: 'c3', name: '孙先生', balanceFen: 20_000_00, askPassword: true },
  ],
  bills: [
    bill('XS20261122001', 0, [
      row('鲜牛奶 950ml', '盒', 2, 9_90),
      row('全麦吐司', '袋', 1, 6_20),
      row('购物袋（大）', '个', 2, 1_00),
    ]),
    bill('XS20261122002', 0, [
      row('东北大米 5kg', '袋', 1, 59_80),
      row('菜籽油 5L', '桶', 1, 40_20),
    ]),
    bill('XS20261122003', 0, [row('薄荷糖（散装一粒）', '粒', 3, 1)]),
    bill('XS20261122004', 45_60, [row('红富士苹果', '千克', 2.4, 19_00, { weighed: true })]),
    bill('XS20261122005', 0, [
      row('65 英寸智能电视', '台', 1, 8_999_00, { discountRate: 0.95, subtotalFen: 8_549_05 }),
      row('回音壁音响', '套', 1, 3_796_62),
    ]),
    bill('XS20261122006', 30_00, [
      row('儿童保温杯', '个', 1, 59_00),
      row('彩色铅笔 24 色', '盒', 1, 26_50),
    ]),
    bill('XS20261122007', 0, [
      row('男士衬衫 L', '件', 1, 129_00),
      row('男士衬衫 M', '件', 1, 129_00, { returned: true }),
    ]),
    bill('XS20261122008', 0, [row('矿泉水 550ml', '瓶', 1, 2_00)]),
  ],
};

/** Extra knowledge about a row; everything else follows from name, unit, quantity and price. */
type RowExtras = Partial<Pick<BillRow, 'weighed' | 'returned' | 'discountRate' | 'subtotalFen'>>;

function row(
  productName: string,
  unit: string,
  quantity: number,
  retailPriceFen: number,
  extras: RowExtras = {},
): BillRow {
  lastAutoId += 1;
  return {
    autoId: lastAutoId,
    productId: lastAutoId + 1_000,
    productName,
    productClass: '百货',
    barcode: `69012345${String(lastAutoId).padStart(5, '0')}`,
    unit,
    weighed: false,
    quantity,
    retailPriceFen,
    costPriceFen: Math.round(retailPriceFen * 0.7),
    discountRate: 1,
    subtotalFen: Math.round(quantity * retailPriceFen),
    returned: false,
    ...extras,
  };
}

function bill(number: string, collectedBeforeFen: number, rows: readonly BillRow[]): Bill {
  const minutes = Number(number.slice(-3)) * 7;
  return {
    number,
    seller: Number(number.slice(-1)) % 2 === 0 ? '1002' : '1001',
    writtenAt: DAY_START + minutes * MINUTE_MS,
    rows,
    collectedBeforeFen,
    guide: '',
    memberId: 0,
    memberInfo: '',
  };
}
