/** docs/settings.md: every setting, from the one tree of the program. */
import { leaves } from '../../dist/config/leaves.js';
import { renamedSettings } from '../../dist/config/renamed-settings.js';

const introduction = `# Settings

Every setting can be given as a flag, an environment variable, or in \`hearken.yaml\` (or the file named by \`--config\` or \`HEARKEN_CONFIG\`). The first
of flag, environment, file and default that has it wins; in the Home Assistant app its configuration lies between file and default. An unknown name is an error that names the nearest valid one. Changed wake words are
applied while the program runs, when the file is saved or on SIGHUP; everything else at the next start.

In the file a dot is a level: \`wyoming.port\` is \`wyoming: { port: 10600 }\`. A section that is a list of one thing may be written as that list:
\`wake: [{ phrase: "hey professor" }]\`. Lists of text are given to flags and variables with commas, other lists as YAML.

This page is made from the program by \`npm run generate\`.
`;

/** @param {unknown} value */
function shown(value) {
  if (value === undefined || value === '') return '';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

function oldNames() {
  const rows = renamedSettings.map(
    ({ was, now }) => `| \`${was.key}\` | \`--${was.flag}\` | \`${was.env}\` | \`${now}\` |`,
  );
  return `## Names that were

These go on working, with a warning in the log and in \`hearken doctor\`.

| setting | flag | variable | now |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** @type {import('../generate.js').Generator} */
export async function generate() {
  /** @type {Map<string, string[]>} */
  const sections = new Map();
  for (const leaf of leaves) {
    const section = leaf.path.length > 1 ? (leaf.path[0] ?? '') : 'program';
    const rows = sections.get(section) ?? [];
    const choices = leaf.node.enum
      ? ` One of ${leaf.node.enum.map((one) => `\`${String(one)}\``).join(', ')}.`
      : '';
    rows.push(
      `| \`${leaf.key}\` | \`--${leaf.flag}\` | \`${leaf.env}\` | ${cell(shown(leaf.node.default))} | ${cell(leaf.description + choices)} |`,
    );
    sections.set(section, rows);
  }
  const tables = [...sections].map(
    ([name, rows]) =>
      `## ${name}\n\n| setting | flag | variable | default | what it does |\n|---|---|---|---|---|\n${rows.join('\n')}\n`,
  );
  return [{ path: 'docs/settings.md', content: [introduction, ...tables, oldNames()].join('\n') }];
}
