/** The tables of docs/models.md, made from the catalogue and the engine table. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadBytes, loadCatalog } from '../../dist/model-store/catalog.js';
import { defaultModels } from '../../dist/model-store/default-models.js';
import { modelEngines } from '../../dist/model-store/engine-names.js';
import { betweenMarkers } from './between-markers.js';

const path = 'docs/models.md';

/**
 * A table with padded columns, as the formatter writes it.
 * @param {readonly (readonly string[])[]} rows the first is the header
 */
function markdownTable([header = [], ...rows]) {
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const megabytes = (/** @type {number | undefined} */ bytes) =>
  bytes === undefined ? '?' : `${Math.max(1, Math.round(bytes / 1e6))} MB`;

/** A machine of the usual kind: the defaults of small ones are told in the text. */
const machine = { memoryBytes: 4 * 1024 ** 3, cpuCount: 4 };

/** @type {import('../generate.js').Generator} */
export async function generate(root) {
  const catalog = await loadCatalog();
  const engines = markdownTable([
    ['Engine', 'Job', 'Roles', 'Optional roles', 'Runs now', 'What it is'],
    ...Object.entries(modelEngines).map(([name, engine]) => [
      `\`${name}\``,
      engine.job,
      engine.roles.join(' '),
      engine.optionalRoles.join(' '),
      engine.runnable ? 'yes' : 'not yet',
      engine.description,
    ]),
  ]);
  const languages = [
    ...new Set([...Object.keys(catalog.defaults.stt), ...Object.keys(catalog.defaults.tts)]),
  ].sort();
  const defaults = markdownTable([
    ['Language', 'Speech to text', 'Voice', 'To fetch in all'],
    ...languages.map((language) => {
      const { models } = defaultModels(catalog, language, machine);
      const sizes = models.map(
        ({ id }) => downloadBytes(catalog.models.find((entry) => entry.id === id)) ?? 0,
      );
      const of = (/** @type {string} */ job) => models.find((model) => model.job === job)?.id ?? 'none yet';
      return [language, of('stt'), of('tts'), megabytes(sizes.reduce((sum, size) => sum + size, 0))];
    }),
  ]);
  const models = markdownTable([
    ['Model', 'Engine', 'Languages', 'Size', 'Licence', 'Commercial use'],
    ...catalog.models.map((entry) => [
      `\`${entry.id}\``,
      entry.engine,
      entry.languages.length > 6 ? `${entry.languages.length} languages` : entry.languages.join(' ') || 'any',
      megabytes(downloadBytes(entry)),
      entry.licence,
      entry.commercialUse,
    ]),
  ]);
  const parts = { engines, defaults, models };
  let content = await readFile(join(root, path), 'utf8');
  for (const [name, table] of Object.entries(parts)) content = betweenMarkers(content, name, table);
  return [{ path, content }];
}
