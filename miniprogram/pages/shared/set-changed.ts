type Data = Record<string, unknown>;

interface DataHolder {
  readonly data: Data;
  setData(data: Data): void;
}

/** Sends only the fields that differ from what the page shows: each setData crosses to another thread. */
export function setChanged(page: DataHolder, next: Readonly<Data>): void {
  const changed: Data = {};
  for (const name of Object.keys(next)) {
    if (JSON.stringify(page.data[name]) !== JSON.stringify(next[name])) changed[name] = next[name];
  }
  if (Object.keys(changed).length > 0) page.setData(changed);
}
