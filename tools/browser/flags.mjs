/**
 * How Chromium is started, for tests and for pictures: no sandbox (it cannot have one as root), and
 * none of the calls home, which a closed network refuses one by one.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
];
