/**
 * Writes `src/engines/stt/command-pairs-en.ts`: which two words follow each other in what Home Assistant's Assist
 * understands, and how often. Source: the PyPI package home-assistant-intents (OHF-Voice/intents), pinned in
 * `test/peers/assist-intents.txt`. Only word pairs and counts are kept, no sentence.
 *
 *   node scripts/generate-command-words.js [--check]
 *
 * Every template of every intent is expanded `samplesPerTemplate` times with a seeded generator, so that the result
 * is the same on every machine. The count of a pair is the expected number of templates it is spoken in.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ kind: 'text', text: string } | { kind: 'rule' | 'list', name: string }
 *   | { kind: 'optional', body: Choice } | Choice} Node
 * @typedef {{ kind: 'choice', alternatives: Node[][], isPermutation: boolean }} Choice
 * @typedef {{ intents: Record<string, { data: { sentences: string[], expansion_rules?: Record<string, string> }[] }>,
 *   lists: Record<string, { values?: (string | { in: string })[] }>, expansion_rules: Record<string, string> }} Intents
 */

const samplesPerTemplate = 200;
/** A pair below it is an accident of the templates' grammar rather than something people say. */
const minCount = 0.1;
const language = 'en';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'src/engines/stt/command-pairs-en.ts');

/** Parses hassil's template grammar: `[optional]`, `(a|b)`, `(a;b)` in any order, `<rule>`, `{list}`. */
function parseTemplate(/** @type {string} */ template) {
  let position = 0;
  return choiceUntil('');

  /** @returns {Choice} */
  function choiceUntil(/** @type {string} */ end) {
    /** @type {Choice} */
    const choice = { kind: 'choice', alternatives: [[]], isPermutation: false };
    while (position < template.length && template[position] !== end) {
      const sequence = choice.alternatives.at(-1) ?? [];
      const char = template[position];
      position += 1;
      if (char === '[') sequence.push({ kind: 'optional', body: group(']') });
      else if (char === '(') sequence.push(group(')'));
      else if (char === '<') sequence.push({ kind: 'rule', name: nameUntil('>') });
      else if (char === '{') sequence.push({ kind: 'list', name: nameUntil('}').split(':')[0] ?? '' });
      else if (char === '|' || char === ';') {
        choice.isPermutation ||= char === ';';
        choice.alternatives.push([]);
      } else
        sequence.push({ kind: 'text', text: char === '\\' ? (template[position++] ?? '') : (char ?? '') });
    }
    return choice;
  }

  function group(/** @type {string} */ end) {
    const body = choiceUntil(end);
    position += 1;
    return body;
  }

  function nameUntil(/** @type {string} */ end) {
    const close = template.indexOf(end, position);
    const name = template.slice(position, close);
    position = close + 1;
    return name;
  }
}

/** A linear congruential generator (Numerical Recipes): the same numbers everywhere. */
function seeded(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What is not fixed text (a name, a number) becomes a mark that no pair may contain. */
const mark = ' * ';

function createSampler(/** @type {Intents} */ intents) {
  const random = seeded(1);
  /** @type {Map<string, Choice>} */
  const parsed = new Map();
  const parse = (/** @type {string} */ text) => {
    const known = parsed.get(text) ?? parseTemplate(text);
    parsed.set(text, known);
    return known;
  };
  /** @template T @param {readonly T[]} values */
  const pick = (values) => values[Math.floor(random() * values.length)];

  /** @type {(node: Node, rules: Record<string, string>) => string} */
  function expand(node, rules) {
    const sequence = (/** @type {Node[] | undefined} */ nodes) =>
      (nodes ?? []).map((child) => expand(child, rules)).join('');
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'optional':
        return random() < 0.5 ? expand(node.body, rules) : '';
      case 'rule': {
        const rule = rules[node.name];
        return rule === undefined ? mark : expand(parse(rule), rules);
      }
      case 'list': {
        const value = pick(intents.lists[node.name]?.values ?? []);
        return value === undefined
          ? mark
          : expand(parse(typeof value === 'string' ? value : value.in), rules);
      }
      case 'choice':
        if (!node.isPermutation) return sequence(pick(node.alternatives));
        return [...node.alternatives]
          .map((alternative) => ({ alternative, order: random() }))
          .sort((a, b) => a.order - b.order)
          .map(({ alternative }) => sequence(alternative))
          .join(' ');
    }
  }
  return (/** @type {string} */ template, /** @type {Record<string, string>} */ rules) =>
    expand(parse(template), rules).toLowerCase().split(/\s+/).filter(Boolean);
}

const isWord = (/** @type {string} */ word) => /^\p{L}[\p{L}']*$/u.test(word);

function countPairs(/** @type {Intents} */ intents) {
  const sample = createSampler(intents);
  /** @type {Map<string, Map<string, number>>} */
  const pairs = new Map();
  for (const { data } of Object.values(intents.intents))
    for (const { sentences, expansion_rules: own } of data)
      for (const template of sentences)
        for (let round = 0; round < samplesPerTemplate; round += 1) {
          const words = sample(template, { ...intents.expansion_rules, ...own });
          for (const [index, second] of words.slice(1).entries()) {
            const first = words[index] ?? '';
            if (!isWord(first) || !isWord(second)) continue;
            const followers = pairs.get(first) ?? new Map();
            followers.set(second, (followers.get(second) ?? 0) + 1 / samplesPerTemplate);
            pairs.set(first, followers);
          }
        }
  return pairs;
}

const python = execFileSync(join(root, 'scripts/peer.sh'), ['assist-intents'], { encoding: 'utf8' }).trim();
const [version, dir] = execFileSync(
  python,
  [
    '-c',
    'import importlib.metadata as m, home_assistant_intents as h; print(m.version("home-assistant-intents")); print(h.__path__[0])',
  ],
  { encoding: 'utf8' },
).split('\n');
const source = join(dir ?? dirname(python), 'data', `${language}.json`);
const pairs = countPairs(JSON.parse(readFileSync(source, 'utf8')));

const entries = [...pairs]
  .map(([first, followers]) => {
    const kept = [...followers].filter(([, count]) => count >= minCount);
    const sorted = kept.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return { first, text: sorted.map(([second, count]) => `${second} ${count.toFixed(1)}`).join(', ') };
  })
  .filter(({ text }) => text !== '')
  .sort((a, b) => (a.first < b.first ? -1 : 1));

/** As the formatter of this repository writes it. */
const quote = (/** @type {string} */ text) => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);
const lineWidth = 110;
const shortKeyLength = 4;
const property = (/** @type {string} */ first, /** @type {string} */ text) => {
  const key = `  ${/^[a-z]+$/.test(first) ? first : quote(first)}:`;
  const line = `${key} ${quote(text)},`;
  return line.length <= lineWidth || first.length <= shortKeyLength ? line : `${key}\n    ${quote(text)},`;
};

const content = `/**
 * Which word follows which in what Home Assistant's Assist understands in English, with the expected number of
 * sentence templates the pair is spoken in. Facts counted from home-assistant-intents ${version} (Apache-2.0,
 * The Home Assistant Authors, https://github.com/OHF-Voice/intents).
 * Generated by scripts/generate-command-words.js; do not edit.
 */
export const commandPairsEn: Readonly<Record<string, string>> = {
${entries.map(({ first, text }) => property(first, text)).join('\n')}
};
`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== content) {
    console.error('stale, run node scripts/generate-command-words.js');
    process.exitCode = 1;
  }
} else writeFileSync(target, content);
console.log(`${entries.reduce((sum, { text }) => sum + text.split(',').length, 0)} pairs`);
