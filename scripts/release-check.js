/**
 * One version for all parts, something to say about it, and the same public names everywhere: `npm run release:check`, with
 * `-- --tag v1.2.3` for the tag of a release and `--repository owner/name` for where it is published. Prints what differs
 * and ends with 1.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { namesOf, repositoryNames } from './generate/repository-names.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { tag: { type: 'string' }, repository: { type: 'string' } } });

/** @param {string} path */
const text = async (path) => await readFile(join(root, path), 'utf8');
/** @param {string} path */
const json = async (path) => JSON.parse(await text(path));

const manifest = 'custom_components/hearken/manifest.json';
const { version } = await json('package.json');
const lock = await json('package-lock.json');
/** @type {Readonly<Record<string, string>>} */
const versions = {
  'package-lock.json': lock.version,
  'package-lock.json (wyoming)': lock.packages.wyoming.version,
  'wyoming/package.json': (await json('wyoming/package.json')).version,
  [manifest]: (await json(manifest)).version,
  'ha-addon/config.yaml': parse(await text('ha-addon/config.yaml')).version,
  ...(values.tag !== undefined && { 'the tag': values.tag.replace(/^v/, '') }),
};

const faults = Object.entries(versions)
  .filter(([, other]) => other !== version)
  .map(([place, other]) => `${place} says ${other}, package.json says ${version}`);

const changelog = await text('CHANGELOG.md');
const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')}(?: \\((.+)\\))?$`, 'm').exec(changelog);
if (!heading) faults.push(`CHANGELOG.md has no section for ${version}`);
else {
  const rest = changelog.slice(heading.index + heading[0].length);
  const section = rest.slice(0, /^## /m.exec(rest)?.index);
  if (!/^- \S/m.test(section)) faults.push(`the section of ${version} in CHANGELOG.md says nothing`);
  if (values.tag !== undefined && heading[1] === 'unreleased')
    faults.push(`CHANGELOG.md still calls ${version} unreleased`);
}
const names = await repositoryNames(root);
if (values.tag !== undefined && !names)
  faults.push('package.json names no repository: the manifest, the app and its image have no address');
if (names && values.repository !== undefined && namesOf(values.repository)?.image !== names.image)
  faults.push(`package.json names ${names.url}, this is published from ${values.repository}`);
const app = parse(await text('ha-addon/config.yaml'));
/** @type {readonly (readonly [place: string, found: string | undefined, wanted: string | undefined])[]} */
const addresses = [
  ['ha-addon/config.yaml (image)', app.image, names?.appImage],
  ['ha-addon/config.yaml (url)', app.url, names?.url],
  ['repository.yaml (url)', parse(await text('repository.yaml')).url, names?.url],
  ['manifest.json (issue_tracker)', (await json(manifest)).issue_tracker, names?.issues],
  [
    'wyoming/package.json',
    (await json('wyoming/package.json')).repository?.url,
    names && `git+${names.url}.git`,
  ],
];
for (const [place, found, wanted] of addresses)
  if (found !== wanted)
    faults.push(`${place} says ${found ?? 'nothing'}, not ${wanted ?? 'nothing'}: npm run generate`);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${version} everywhere`);
