// What takes minutes of download and compiling before the checks that need it: run beside the tests.
import { buildEngines } from '../engines/build';
import { ensureInstalled } from '../wechat/install';

ensureInstalled();
for (const { name, command, missing } of buildEngines()) {
  if (command === null) console.log(`missing: ${name}: ${missing}`);
}
