/** The protocol package says where it comes from, as its registry demands for a publication with proof of origin. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryNames } from './repository-names.js';

const path = 'wyoming/package.json';

/** @type {import('../generate.js').Generator} */
export async function generate(root) {
  const names = await repositoryNames(root);
  const { repository: _before, ...fields } = JSON.parse(await readFile(join(root, path), 'utf8'));
  const repository = names && { type: 'git', url: `git+${names.url}.git`, directory: 'wyoming' };
  const entries = Object.entries(fields).flatMap((entry) =>
    entry[0] === 'license' && repository ? [entry, ['repository', repository]] : [entry],
  );
  return [{ path, content: `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n` }];
}
