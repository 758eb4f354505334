import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { encode } from '../../../../../src/engines/wake/phrases/encode.ts';
import { parseVocabulary } from '../../../../../src/engines/wake/phrases/vocabulary.ts';
import { describeReal, modelsDir } from '../../../../support/real-models.ts';

const model = 'stt-kws/zipformer-gigaspeech-3.3M-mobile';
const root = fileURLToPath(new URL('../../../../../', import.meta.url));

const openings = ['', 'hey', 'okay', 'hello', 'dear', 'wake up', "what's up"];
const names = [
  ...['hearken', 'butler', 'lighthouse', 'kitchen', 'grandmother', 'quartz', 'zephyr', 'rhythm', 'knight'],
  ...[
    'xylophone',
    'jalapeno',
    'yesterday',
    'o clock',
    "rock'n'roll",
    'mississippi',
    'aardvark',
    'bookkeeper',
  ],
];
const onsets = ['b', 'ch', 'dr', 'f', 'gl', 'h', 'j', 'k', 'm', 'qu', 'str', 'v', 'w', 'x', 'z'];
const rimes = ['a', 'ee', 'ation', 'ing', 'or', 'ull', 'ight', 'en', 'ous', 'y', 'ex', 'ound', 'ing ton'];
const madeUp = onsets.flatMap((onset, i) =>
  rimes.map((rime, k) => `${onset}${rime}${rimes[(i + 2 * k) % 13]}`),
);

/** 7 × 17 phrases of real words and 15 × 13 of words that nobody says. */
const phrases = [...openings.flatMap((opening) => names.map((name) => `${opening} ${name}`)), ...madeUp].map(
  (phrase) => phrase.trim().toUpperCase(),
);

/** What the reference makes of the phrases. */
function referencePieces(): unknown {
  const python = execFileSync('scripts/peer.sh', ['sentencepiece'], { cwd: root, encoding: 'utf8' }).trim();
  const script = fileURLToPath(new URL('pieces.py', import.meta.url));
  const input = JSON.stringify(phrases);
  return JSON.parse(
    execFileSync(python, [script, join(modelsDir, model, 'bpe.model')], { input, encoding: 'utf8' }),
  );
}

describeReal(
  'encode',
  [`${model}/bpe.model`, `${model}/bpe.vocab`].map((path) => `models/${path}`),
  () => {
    it('cuts 314 phrases into the same pieces as Python sentencepiece', async () => {
      const vocabulary = parseVocabulary(await readFile(join(modelsDir, model, 'bpe.vocab'), 'utf8'));
      const ours = phrases.map((phrase) => encode(phrase, vocabulary));
      expect(new Set(phrases).size).toBe(314);
      expect(ours.map((one) => one.kind === 'pieces' && one.pieces)).toEqual(referencePieces());
    });
  },
);
