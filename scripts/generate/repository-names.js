/** Public names and addresses, all from package.json's `repository`; none is made up where it says nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} RepositoryNames
 * @property {string} url page of the repository
 * @property {string} issues
 * @property {string} owner its account, as GitHub spells it
 * @property {string} image of the container, without a tag
 * @property {string} appImage of the Home Assistant app, without a tag
 */

/**
 * @param {string} root
 * @returns {Promise<RepositoryNames | undefined>} undefined while the package names no repository
 */
export async function repositoryNames(root) {
  const { repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return namesOf(typeof repository === 'string' ? repository : repository?.url);
}

/**
 * @param {string | undefined} repository as npm writes it: `github:owner/name`, `owner/name` or an address
 * @returns {RepositoryNames | undefined}
 */
export function namesOf(repository) {
  if (!repository) return undefined;
  const short = /^(?:github:)?([\w.-]+)\/([\w.-]+)$/.exec(repository);
  const long = /github\.com[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(repository);
  const [, owner, name] = short ?? long ?? [];
  if (!owner || !name) throw new Error(`package.json: repository is none on GitHub: ${repository}`);
  const url = `https://github.com/${owner}/${name}`;
  const image = `ghcr.io/${owner}/${name}`.toLowerCase();
  return { url, issues: `${url}/issues`, owner, image, appImage: `${image}-app` };
}
