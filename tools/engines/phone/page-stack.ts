type Data = Record<string, unknown>;
export type Method = (this: Instance, ...given: unknown[]) => unknown;

/** What a page's script gives to `Component` or `Page`. */
export interface Definition {
  readonly data?: Data;
  readonly methods?: Readonly<Record<string, Method>>;
  readonly lifetimes?: Readonly<Record<string, Method>>;
}

/** A page as its script sees itself. */
export interface Instance {
  readonly data: Data;
  readonly route: string;
  readonly options: Record<string, string>;
  setData(data: Data): void;
  readonly [name: string]: unknown;
}

/** What a framework asks of a page besides, on a page without components. */
const ASKED_BY_FRAMEWORKS = {
  properties: {},
  selectComponent: () => null,
  selectAllComponents: () => [],
  triggerEvent: () => undefined,
};

/** WeChat's stack of pages without a view: who is on top, and what each page's script is told. */
export class PageStack {
  readonly pages: Instance[] = [];

  /**
   * @param load runs a page's script, its components' first, and gives what it defined
   * @param onSetData a page has got data
   */
  constructor(
    private readonly load: (route: string) => Definition,
    private readonly onSetData: (route: string) => void,
  ) {}

  top(): Instance | undefined {
    return this.pages[this.pages.length - 1];
  }

  open(url: string): void {
    this.call(this.top(), 'onHide');
    this.push(url);
  }

  replace(url: string): void {
    this.call(this.pages.pop(), 'onUnload');
    this.push(url);
  }

  back(): void {
    this.call(this.pages.pop(), 'onUnload');
    this.call(this.top(), 'onShow');
  }

  call(page: Instance | undefined, method: string, ...given: unknown[]): unknown {
    const found = page?.[method];
    return typeof found === 'function'
      ? (found as Method).apply(page as Instance, given)
      : undefined;
  }

  private push(url: string): void {
    const [route = '', query = ''] = url.slice(1).split('?');
    const options: Record<string, string> = {};
    for (const pair of query.split('&')) {
      const [name = '', value = ''] = pair.split('=');
      if (name !== '') options[name] = value;
    }
    const { data = {}, methods = {}, lifetimes = {} } = this.load(route);
    const { onSetData } = this;
    const page: Instance = {
      ...ASKED_BY_FRAMEWORKS,
      ...methods,
      data: JSON.parse(JSON.stringify(data)) as Data,
      route,
      options,
      setData(change) {
        // What crosses to the view is copied.
        Object.assign(this.data, JSON.parse(JSON.stringify(change)));
        onSetData(route);
      },
    };
    this.pages.push(page);
    lifetimes['created']?.call(page);
    lifetimes['attached']?.call(page);
    this.call(page, 'onLoad', options);
    this.call(page, 'onShow');
    this.call(page, 'onReady');
  }
}
