/** THIRD_PARTY_NOTICES: every production package with its licence, and the works inside their binaries. */
import { linkedParts } from './linked-parts.js';
import { licenceText, productionPackages } from './production-packages.js';

const rule = '='.repeat(100);

/** @param {string} title */
const heading = (title) => `${rule}\n${title}\n${rule}`;

/** @type {import('../generate.js').Generator} */
export async function generate(root) {
  const packages = productionPackages(root);
  const content = [
    'Third-party notices of Hearken',
    '',
    'Hearken itself is licensed under Apache-2.0 (LICENSE). It uses the works below under their own licences.',
    'Written by `npm run generate`; do not edit. Models are not part of Hearken: `hearken models list` shows theirs.',
    '',
    heading('1. Works inside the binaries of packages'),
    ...linkedParts.flatMap(({ inside, parts }) => ['', `In ${inside}:`, ...parts.flatMap(partLines)]),
    '',
    heading('2. Packages'),
    '',
    ...packages.map(packageLine),
    '',
    heading('3. Licence texts'),
    ...licenceTexts(packages),
    '',
  ];
  return [{ path: 'THIRD_PARTY_NOTICES', content: content.join('\n') }];
}

/** @param {import('./linked-parts.js').Part} part */
function partLines({ name, licence, url, note }) {
  return [`  - ${name}: ${licence}, ${url}`, ...(note === undefined ? [] : [`    ${note}`])];
}

/** @param {import('./production-packages.js').Package} entry */
function packageLine({ name, version, license, isPlatformBound }) {
  return `${name} ${version}: ${license}${isPlatformBound ? ' (on some platforms only)' : ''}`;
}

/** @param {readonly import('./production-packages.js').Package[]} packages */
function licenceTexts(packages) {
  /** @type {Map<string, string[]>} */
  const namesByText = new Map();
  const without = [];
  for (const entry of packages) {
    if (entry.isPlatformBound) continue;
    const text = licenceText(entry);
    const name = `${entry.name} ${entry.version}`;
    if (text === undefined) without.push(`${name}: ${entry.license}`);
    else namesByText.set(text, [...(namesByText.get(text) ?? []), name]);
  }
  return [
    '',
    'Packages that bring no licence file, with the licence their package.json declares:',
    ...without.map((line) => `  ${line}`),
    ...[...namesByText].flatMap(([text, names]) => ['', '-'.repeat(100), ...names, '', text]),
  ];
}
