/**
 * Writes the files of the repository that are made from something else: `npm run generate`. With `--check` nothing
 * is written, and a file that differs from what would be written is an error.
 *
 * A generator is a module in `scripts/generate/` with one export `generate`, listed here. It may import the compiled
 * program from `dist/`; `npm run generate` builds first.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate as app } from './generate/app.js';
import { generate as commandTable } from './generate/command-table.js';
import { generate as manifest } from './generate/manifest.js';
import { generate as modelTables } from './generate/model-tables.js';
import { generate as openapi } from './generate/openapi.js';
import { generate as protocolPackage } from './generate/protocol-package.js';
import { generate as settings } from './generate/settings.js';
import { generate as thirdPartyNotices } from './generate/third-party-notices.js';

/** @typedef {{ readonly path: string, readonly content: string }} GeneratedFile path from the repository's root */
/** @typedef {(root: string) => Promise<readonly GeneratedFile[]>} Generator */

/** @type {Readonly<Record<string, Generator>>} */
const generators = {
  app,
  'command-table': commandTable,
  manifest,
  'model-tables': modelTables,
  openapi,
  'protocol-package': protocolPackage,
  settings,
  'third-party-notices': thirdPartyNotices,
};

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
const stale = [];
for (const [name, generate] of Object.entries(generators)) {
  for (const { path, content } of await generate(root)) {
    const target = join(root, path);
    const current = await readFile(target, 'utf8').catch(() => undefined);
    if (current === content) continue;
    if (isCheck) {
      stale.push(`${path} (generator ${name})`);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    console.log(`wrote ${path}`);
  }
}
if (stale.length > 0) {
  console.error(`stale, run npm run generate:\n${stale.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = 1;
}
