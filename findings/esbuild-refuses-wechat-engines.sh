#!/usr/bin/env bash
# esbuild 0.28.2 takes no list of engines that WeChat names for a base library as its target, from the
# oldest to the newest (miniprogram-compat 1.0.5), as soon as a script takes an object apart.
#
# What one would expect: destructuring is in iOS since version 10, so `target: ['ios14', 'chrome86']`,
# WeChat's own list for its newest base libraries, compiles `var { a } = b`.
# What happens: an error for each list. esbuild's table of engines counts destructuring as missing before
# iOS 14.5, because one form of it was wrong there (the rest of an array that is written out), and esbuild
# cannot rewrite it. `supported: { destructuring: true }` lets it pass; that one form must then be avoided.
#
# Needs Node 20 and npm. Fails when this changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' >package.json
npm install --silent --no-audit --no-fund esbuild@0.28.2 miniprogram-compat@1.0.5 semver@7.8.6
cat >look.cjs <<'JS'
const { transformSync, version } = require('esbuild');
const { getBrowsersList } = require('miniprogram-compat');
const lists = new Map();
for (const library of ['1.0.0', '2.5.0', '2.11.0', '2.14.4', '2.20.2', '2.21.0', '2.28.0', '3.2.2', '3.6.0', '3.99.0']) {
  const engines = getBrowsersList(library);
  lists.set(engines.join(', '), engines.map((engine) => engine.replace(' ', '')));
}
const compiles = (target, options = {}) => {
  try {
    transformSync('var { a } = b;', { target, logLevel: 'silent', ...options });
    return true;
  } catch (error) {
    if (!/Transforming destructuring .* is not supported yet/.test(error.message)) throw error;
    return false;
  }
};
console.log(`esbuild ${version}, var { a } = b;`);
for (const [name, target] of lists) {
  const told = `compiles: ${compiles(target)}, told that it is supported: ${compiles(target, { supported: { destructuring: true } })}`;
  console.log(`${name.padEnd(32)} ${told}`);
}
console.log(`${'ios 14.5, chrome 86'.padEnd(32)} compiles: ${compiles(['ios14.5', 'chrome86'])}`);
JS
node look.cjs | tee seen
cat >expected <<'TEXT'
esbuild 0.28.2, var { a } = b;
ios 8, chrome 53                 compiles: false, told that it is supported: true
ios 9, chrome 53                 compiles: false, told that it is supported: true
ios 10, chrome 53                compiles: false, told that it is supported: true
ios 11, chrome 53, safari 10     compiles: false, told that it is supported: true
ios 11, chrome 66, safari 10     compiles: false, told that it is supported: true
ios 12, chrome 66, safari 10     compiles: false, told that it is supported: true
ios 13, chrome 66, safari 10     compiles: false, told that it is supported: true
ios 13, chrome 86                compiles: false, told that it is supported: true
ios 14, chrome 86                compiles: false, told that it is supported: true
ios 14.5, chrome 86              compiles: true
TEXT
diff expected seen && echo 'as found'
