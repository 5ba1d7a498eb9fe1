// Part of `npm run lint`: every template of the mini program through both compilers and our checks.
import { openApp } from './wxml/app';
import { checkTemplate } from './wxml/check';
import { formatFinding } from './wxml/finding';

const root = 'miniprogram';
const app = openApp(root);
const findings = app.templates.flatMap((template) => checkTemplate(app, template));
for (const finding of findings) console.error(formatFinding(root, finding));
console.log(`wxml: ${app.templates.length} templates, ${findings.length} mistakes`);
process.exitCode = findings.length === 0 && app.templates.length > 0 ? 0 : 1;
