/** English sentences of the evaluation set that hold none of the wake phrases. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const files = [
  'clinc.jsonl',
  'slurp.jsonl',
  'ha-intents/en.jsonl',
  'home-llm/en_refusals.jsonl',
  'home-llm/en_specific_actions.jsonl',
  'home-llm/en_status_requests.jsonl',
];

const lineSchema = z.looseObject({ sentence: z.string().optional(), phrase: z.string().optional() });

/** Longer ones are not spoken to an assistant. */
const maxCharacters = 200;

export type Sentence = { readonly id: string; readonly text: string };

/** Each once, in an order that mixes the files and is the same in every run. */
export async function negativeSentences(evalDir: string, phrases: readonly string[]): Promise<Sentence[]> {
  const texts = new Set<string>();
  for (const file of files) {
    const lines = (await readFile(join(evalDir, 'text', file), 'utf8')).trim().split('\n');
    for (const line of lines) {
      const { sentence, phrase } = lineSchema.parse(JSON.parse(line));
      const text = sentence ?? phrase ?? '';
      if (isSpeakable(text) && !holdsAny(text, phrases)) texts.add(text);
    }
  }
  return [...texts].map((text) => ({ id: idOf(text), text })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const idOf = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16);

/** Templates with places to fill in are not read aloud. */
const isSpeakable = (text: string): boolean =>
  text !== '' && text.length <= maxCharacters && !/[<>[\]{}]/u.test(text);

const holdsAny = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.toLowerCase().includes(phrase));
