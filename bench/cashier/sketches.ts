import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Two pages (enter bill and amount, show a result) as small as they can be, to measure beside the
 * cashier in the same run: what the platform, Vant and crypto-js cost by themselves.
 */
export interface Sketch {
  readonly name: string;
  readonly root: string;
}

const VANT = ['button', 'field', 'cell', 'dialog', 'toast', 'icon', 'popup'];

export function writeSketches(folder: string): Sketch[] {
  return [
    write(folder, 'plain native', {}),
    write(folder, 'Vant', { vant: true }),
    write(folder, 'Vant + crypto-js', { vant: true, crypto: true }),
  ];
}

function write(
  folder: string,
  name: string,
  { vant = false, crypto = false }: { vant?: boolean; crypto?: boolean },
): Sketch {
  const root = path.join(folder, name.replace(/\W+/g, '-'));
  const put = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  const using = Object.fromEntries(
    (vant ? VANT : []).map((one) => [`van-${one}`, `@vant/weapp/${one}/index`]),
  );
  put('app.json', JSON.stringify({ pages: ['pages/form/form', 'pages/result/result'] }));
  put('app.ts', crypto ? "import MD5 from 'crypto-js';\nApp({ MD5 });\n" : 'App({});\n');
  put('pages/form/form.json', JSON.stringify({ usingComponents: using }));
  put('pages/form/form.wxml', vant ? VANT_FORM : PLAIN_FORM);
  put('pages/form/form.wxss', 'page { background: #f7f8fa; }\n.row { padding: 24rpx; }\n');
  put('pages/form/form.ts', FORM);
  put('pages/result/result.json', JSON.stringify({ usingComponents: using }));
  put('pages/result/result.wxml', '<view class="row">{{text}}</view>');
  put('pages/result/result.wxss', '.row { padding: 24rpx; }\n');
  put('pages/result/result.ts', RESULT);
  return { name, root };
}

const FORM = `Component({
  data: { bill: '', amount: '' },
  methods: {
    onShow() {
      this.setData({ bill: '', amount: '' });
    },
    onBill(event: { detail: { value: string } }) {
      this.setData({ bill: event.detail.value });
    },
    onAmount(event: { detail: { value: string } }) {
      this.setData({ amount: event.detail.value });
    },
    onCollect() {
      wx.navigateTo({ url: '/pages/result/result?text=' + this.data.bill });
    },
  },
});
`;

const RESULT = `Component({
  data: { text: '' },
  methods: {
    onLoad(query: { text: string }) {
      this.setData({ text: query.text });
    },
  },
});
`;

const PLAIN_FORM = `<view class="row"><input value="{{bill}}" bindinput="onBill" /></view>
<view class="row"><input value="{{amount}}" bindinput="onAmount" /></view>
<button bind:tap="onCollect">收款</button>`;

const VANT_FORM = `<van-field label="单号" value="{{bill}}" bind:change="onBill" />
<van-field label="金额" value="{{amount}}" bind:change="onAmount" />
<van-cell title="金额" value="{{amount}}"><van-icon name="scan" /></van-cell>
<van-button type="primary" bind:click="onCollect">收款</van-button>
<van-popup show="{{false}}" /><van-dialog id="van-dialog" /><van-toast id="van-toast" />`;
