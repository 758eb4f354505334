/** The packages a production installation may bring, on whatever platform, from the lock file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} LockEntry
 * @property {string} [version] @property {string} [license] @property {boolean} [dev] @property {boolean} [link]
 * @property {readonly string[]} [os] @property {readonly string[]} [cpu]
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 */

/**
 * @typedef {object} Package
 * @property {string} name @property {string} version @property {string} license
 * @property {boolean} isPlatformBound installed only on some platforms, so its files may be missing here
 * @property {string} directory
 */

const nameOf = (/** @type {string} */ key) =>
  key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** @param {string} root @returns {readonly Package[]} sorted by name and version, each pair once */
export function productionPackages(root) {
  /** @type {Readonly<Record<string, LockEntry>>} */
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const entries = Object.entries(lock).filter(
    ([key, entry]) => key.startsWith('node_modules/') && !entry.dev && !entry.link,
  );
  const bound = new Set(
    Object.entries(lock)
      .filter(([, entry]) => entry.cpu !== undefined)
      .map(([key]) => nameOf(key)),
  );
  // What only platform packages need is bound to their platforms too.
  for (let before = -1; before !== bound.size;) {
    before = bound.size;
    for (const key of Object.keys(lock)) {
      const users = Object.entries(lock).filter(
        ([, entry]) => nameOf(key) in { ...entry.dependencies, ...entry.optionalDependencies },
      );
      if (users.length > 0 && users.every(([user]) => bound.has(nameOf(user)))) bound.add(nameOf(key));
    }
  }
  const packages = entries.map(([key, entry]) => ({
    name: nameOf(key),
    version: entry.version ?? '',
    license: entry.license ?? 'not stated',
    isPlatformBound: bound.has(nameOf(key)),
    directory: join(root, key),
  }));
  const unique = new Map(packages.map((entry) => [`${entry.name} ${entry.version}`, entry]));
  return [...unique.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/**
 * The licence files of an installed package, joined; undefined when it brings none.
 * @param {Package} entry @returns {string | undefined}
 */
export function licenceText({ name, directory }) {
  if (!existsSync(directory)) throw new Error(`${name} is not installed; run npm ci`);
  const files = readdirSync(directory).filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file));
  if (files.length === 0) return undefined;
  return files
    .sort()
    .map((file) => readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}
