/** Words by what they mean wherever they stand in a sentence: `gist` blocks, and lists that are written out. */
import { type GrammarFile, grammarMistake, type ListValue } from './grammar.ts';
import type { Template } from './template.ts';

export type Phrase = { readonly role: string; readonly value: string; readonly words: readonly string[] };

export type PhraseBook = {
  /** All that stand at this word, the longest first; of equal length, as the files have them. */
  at(words: readonly string[], at: number): readonly Phrase[];
};

/** Lists of sentences that mean the same in any place; their names are the roles. */
const sharedLists = ['color', 'white', 'mood', 'here', 'task', 'everywhere', 'all', 'lot', 'bit'] as const;

/** @throws ConfigError where a `gist` block holds more than words. */
export function phraseBook({ gist, lists }: GrammarFile): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  const add = (role: string, { value, template, file, line }: ListValue): void => {
    const spellings = spelledOut(template) ?? grammarMistake(file, line, 1, 'only words may stand here');
    for (const words of spellings) {
      const [first] = words;
      if (first === undefined) continue;
      const same = byFirst.get(first);
      if (same) same.push({ role, value, words });
      else byFirst.set(first, [{ role, value, words }]);
    }
  };
  for (const [role, values] of gist) for (const value of values) add(role, value);
  // Without such blocks nothing reads them.
  for (const role of gist.size === 0 ? [] : sharedLists)
    for (const value of lists.get(role) ?? []) add(role, value);
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return {
    at: (words, at) =>
      (byFirst.get(words[at] ?? '') ?? []).filter((phrase) =>
        phrase.words.every((word, index) => words[at + index] === word),
      ),
  };
}

/** Every way to say it; undefined where it takes more than fixed words. */
function spelledOut(template: Template): readonly (readonly string[])[] | undefined {
  switch (template.kind) {
    case 'word':
      return [[template.text]];
    case 'choice': {
      const options = template.options.map(spelledOut);
      return options.every((option) => option !== undefined) ? options.flat() : undefined;
    }
    case 'sequence': {
      let all: readonly (readonly string[])[] = [[]];
      for (const item of template.items) {
        const ways = spelledOut(item);
        if (ways === undefined) return undefined;
        all = all.flatMap((head) => ways.map((way) => [...head, ...way]));
      }
      return all;
    }
    default:
      return undefined;
  }
}
