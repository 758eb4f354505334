/** The integration's manifest: its version and addresses are the package's. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryNames } from './repository-names.js';

const path = 'custom_components/hearken/manifest.json';

/** @type {import('../generate.js').Generator} */
export async function generate(root) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const names = await repositoryNames(root);
  const {
    domain,
    name,
    documentation: _docs,
    issue_tracker: _issues,
    ...rest
  } = JSON.parse(await readFile(join(root, path), 'utf8'));
  const fields = {
    ...rest,
    version,
    ...(names && {
      codeowners: [`@${names.owner}`],
      documentation: `${names.url}#readme`,
      issue_tracker: names.issues,
    }),
  };
  // As Home Assistant's checker wants them: domain and name, then the alphabet.
  const sorted = Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  return [{ path, content: `${asWritten({ domain, name, ...sorted })}\n` }];
}

/** JSON with short lists on one line, as the formatter writes it. @param {Record<string, unknown>} manifest */
function asWritten(manifest) {
  const lines = Object.entries(manifest).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value).replaceAll('","', '", "')}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}
