/**
 * One version for all parts, and something to say about it: `npm run release:check`, with `-- --tag v1.2.3` for the tag
 * of a release. Prints what differs and ends with 1.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { repositoryNames } from './generate/repository-names.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { tag: { type: 'string' } } });

/** @param {string} path */
const text = async (path) => await readFile(join(root, path), 'utf8');
/** @param {string} path */
const json = async (path) => JSON.parse(await text(path));

const { version } = await json('package.json');
const lock = await json('package-lock.json');
/** @type {Readonly<Record<string, string>>} */
const versions = {
  'package-lock.json': lock.version,
  'package-lock.json (wyoming)': lock.packages.wyoming.version,
  'wyoming/package.json': (await json('wyoming/package.json')).version,
  'custom_components/hearken/manifest.json': (await json('custom_components/hearken/manifest.json')).version,
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
if (values.tag !== undefined && !(await repositoryNames(root)))
  faults.push('package.json names no repository: the manifest, the app and its image have no address');

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${version} everywhere`);
