/**
 * Makes a folder of the Home Assistant app that needs nothing beside it: copied into Home Assistant's local apps it is
 * built there, from source. `npm run package:app -- --out <dir>`; with `--published` the folder names the published image
 * instead, and nothing is built.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { repositoryNames } from './generate/repository-names.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { out: { type: 'string' }, published: { type: 'boolean', default: false } },
});
const out = resolve(values.out ?? join(root, '.cache/app/hearken'));

const config = parseDocument(await readFile(join(root, 'ha-addon/config.yaml'), 'utf8'));
if (values.published) {
  const names = await repositoryNames(root);
  if (!names) throw new Error('package.json names no repository, so no image is published anywhere');
  config.set('image', names.appImage);
} else config.delete('image');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await cp(join(root, 'ha-addon'), out, { recursive: true, filter: (path) => !path.endsWith('.svg') });
await writeFile(join(out, 'config.yaml'), config.toString({ lineWidth: 0 }));
if (!values.published) {
  for (const source of ['.dockerignore', ...(await buildContext())]) {
    await cp(join(root, source), join(out, source), { recursive: true });
  }
  await writeFile(join(out, 'Dockerfile'), appDockerfile(await readFile(join(root, 'Dockerfile'), 'utf8')));
}
console.log(out);

/** What the image is built from: the exceptions of a list that ignores everything else. */
async function buildContext() {
  const lines = (await readFile(join(root, '.dockerignore'), 'utf8')).split('\n');
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
}

/**
 * The same image, started as the Supervisor does it: by root, which the entry point leaves.
 * @param {string} dockerfile of the stand-alone container
 */
function appDockerfile(dockerfile) {
  return `${dockerfile.trimEnd()}

# As a Home Assistant app: the options that the Supervisor writes are root's; the entry point takes them over and leaves root.
USER 0:0
`;
}
