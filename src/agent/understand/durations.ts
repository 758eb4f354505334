/** Lengths of time in words: "an hour and a half", "5 and a half minutes", "1 hour 20 minutes", "half an hour". */
import { dayMs, hourMs, minuteMs } from '../../core/time-units.ts';

const unitMs: ReadonlyMap<string, number> = new Map(
  (
    [
      [1_000, 'second seconds sec secs s'],
      [minuteMs, 'minute minutes min mins'],
      [hourMs, 'hour hours hr hrs h'],
      [dayMs, 'day days'],
    ] as const
  ).flatMap(([ms, names]) => names.split(' ').map((name) => [name, ms] as const)),
);

const fractions: readonly (readonly [phrase: readonly string[], value: number])[] = [
  [['and', 'a', 'half'], 0.5],
  [['and', 'half'], 0.5],
  [['and', 'a', 'quarter'], 0.25],
  [['and', '3', 'quarters'], 0.75],
];

const portions: readonly (readonly [phrase: readonly string[], value: number])[] = [
  [['half', 'a'], 0.5],
  [['half', 'an'], 0.5],
  [['a', 'half'], 0.5],
  [['a', 'quarter', 'of', 'an'], 0.25],
  [['a', 'quarter'], 0.25],
  [['quarter', 'of', 'an'], 0.25],
  [['3', 'quarters', 'of', 'an'], 0.75],
  [['a', 'couple', 'of'], 2],
  [['a', 'couple'], 2],
  [['another'], 1],
  [['the', 'next'], 1],
  [['next'], 1],
  [['an'], 1],
  [['a'], 1],
];

/** "The next three hours", "another ten minutes": before a figure they change nothing. */
const beforeFigures: readonly (readonly string[])[] = [
  ['the', 'next'],
  ['the', 'following'],
  ['next'],
  ['another'],
];
/** "At least an hour". */
const nearly: readonly (readonly string[])[] = [['at', 'least'], ['up', 'to'], ['about'], ['around']];

type Part = { readonly ms: number; readonly unit: number; readonly end: number };

export const isTimeUnit = (word: string): boolean => unitMs.has(word);

/** The longest length of time that starts here; undefined when none does. */
export function readDuration(
  words: readonly string[],
  at: number,
): { readonly ms: number; readonly end: number } | undefined {
  let total = readPart(words, at);
  if (total === undefined) return undefined;
  for (;;) {
    const start = words[total.end] === 'and' ? total.end + 1 : total.end;
    const next = readPart(words, start);
    if (next === undefined || next.unit >= total.unit) return { ms: total.ms, end: total.end };
    total = { ms: total.ms + next.ms, unit: next.unit, end: next.end };
  }
}

function readPart(words: readonly string[], start: number): Part | undefined {
  const amount = readAmount(words, start);
  if (amount === undefined) return undefined;
  // "Two more minutes" are two minutes.
  const at = isFigure(words[start]) && words[amount.end] === 'more' ? amount.end + 1 : amount.end;
  const unit = unitMs.get(words[at] ?? '');
  if (unit === undefined) return undefined;
  const after = at + 1;
  const more = fractions.find(([phrase]) => startsWith(words, after, phrase));
  const value = amount.value + (more?.[1] ?? 0);
  return { ms: value * unit, unit, end: after + (more?.[0].length ?? 0) };
}

function readAmount(
  words: readonly string[],
  at: number,
): { readonly value: number; readonly end: number } | undefined {
  const lead =
    beforeFigures.find((phrase) => startsWith(words, at, phrase) && isFigure(words[at + phrase.length])) ??
    nearly.find((phrase) => startsWith(words, at, phrase));
  if (lead) return readAmount(words, at + lead.length);
  const portion = portions.find(([phrase]) => startsWith(words, at, phrase));
  if (portion) return { value: portion[1], end: at + portion[0].length };
  const word = words[at] ?? '';
  if (!isFigure(word)) return undefined;
  const more = fractions.find(([phrase]) => startsWith(words, at + 1, phrase));
  return { value: Number(word) + (more?.[1] ?? 0), end: at + 1 + (more?.[0].length ?? 0) };
}

function isFigure(word = ''): boolean {
  return /^\d+(\.\d+)?$/.test(word);
}

function startsWith(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}
