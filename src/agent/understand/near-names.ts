/**
 * Names that sound like words no name is spelled as, word borders aside: "same room pump" for "sunroom pump",
 * "dent should e" for "den chandelier". Built once per home.
 */
import { remembering } from '../../core/remembering.ts';
import { householdWords } from './household-words.ts';
import { familyOf, soundOf, stem } from './word-likeness.ts';

export type NearName = {
  readonly ids: readonly string[];
  /** 0 to 1. */
  readonly score: number;
  /** 0 to 1: how alike the words are that were not heard as they are. */
  readonly differing: number;
  /** Those are not as many words: nobody says them so, they were cut in other places. */
  readonly isCutElsewhere: boolean;
  /** Little of them was heard: "war" for "washer". */
  readonly isCutShort: boolean;
  /** How many letters the name has where it was not heard as it is: of few, many other words are alike. */
  readonly letters: number;
  /** The words around them, which were heard as they are; empty for none. */
  readonly rest: string;
};

type Known = Heard & { readonly ids: readonly string[] };

type Heard = {
  readonly words: readonly string[];
  readonly sound: string;
  readonly letters: string;
  readonly digits: string;
};

/** Less of the letters is too little to tell one word from another. */
const shortPart = 0.6;
/** "Lamp" behind another word, as small recognisers write it; "the living" alone may be half of a room. */
const lampHeard = /(?<=\w )living(?! room)/;
/** Less alike are most names of a home. */
const worstScore = 0.55;
/** Names compared letter by letter; the nearest one shares more sounds than they all. */
const comparedNames = 40;
/** Spans of words remembered with what they may be; a home's visitors say few different sentences. */
const memoryLimit = 2_000;

export class NearNames {
  readonly #names: readonly Known[];
  /** Names by their digits and the pairs of sounds in them. */
  readonly #byPair = new Map<string, number[]>();
  /** The nearest first; empty when the words name something else of a household, or nothing alike. */
  readonly like = remembering(memoryLimit, (text) => this.#nearest(heardAs(withLamp(text))));
  /** Whether `like` has any: to tell which is the nearest takes longer. */
  readonly hasLike = remembering(memoryLimit, (text) => this.#isAnyAlike(heardAs(withLamp(text))));

  /** Plain words without an article, with the ids that bear the name. */
  constructor(names: Iterable<readonly [name: string, ids: ReadonlySet<string>]>) {
    this.#names = Array.from(names, ([name, ids]) => ({ ...heardAs(name), ids: [...ids] }));
    for (const [at, known] of this.#names.entries())
      for (const key of keysOf(known)) {
        const same = this.#byPair.get(key);
        if (same) same.push(at);
        else this.#byPair.set(key, [at]);
      }
  }

  #nearest(heard: Heard): readonly NearName[] {
    const near = Array.from(this.#alike(heard), ([known, score]) => nearnessOf(heard, known, score));
    return near.sort((a, b) => b.score - a.score);
  }

  #isAnyAlike(heard: Heard): boolean {
    return this.#alike(heard)[Symbol.iterator]().next().done === false;
  }

  /** Names that are alike enough, with their score. */
  *#alike(heard: Heard): Iterable<readonly [known: Known, score: number]> {
    const said = heard.words.filter((word) => householdWords.has(word));
    for (const known of this.#candidates(heard)) {
      // Heard well, all of them: then it is the name of something that this home does not have.
      const isOther =
        said.length === heard.words.length || !said.every((word) => known.letters.includes(word));
      if (known.letters === heard.letters) yield [known, 1];
      else if (!isOther && mayBeAlike(heard, known)) {
        const score = likenessOf(heard, known);
        if (score >= worstScore) yield [known, score];
      }
    }
  }

  /** Those of the same digits that share most pairs of sounds. */
  #candidates(heard: Heard): readonly Known[] {
    const shared = new Map<number, number>();
    for (const key of keysOf(heard))
      for (const at of this.#byPair.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, comparedNames)
      .flatMap(([at]) => this.#names[at] ?? []);
  }
}

const sameLetters = { score: 1, differing: 1, isCutElsewhere: false, isCutShort: false, rest: '' } as const;

function nearnessOf(heard: Heard, known: Known, score: number): NearName {
  const { ids, letters } = known;
  if (known.letters === heard.letters) return { ids, ...sameLetters, letters: letters.length };
  const [part, meant, rest] = differingParts(heard, known);
  return {
    ids,
    score,
    differing: likenessOf(part, meant),
    isCutElsewhere: part.words.length !== meant.words.length,
    isCutShort: part.letters.length < shortPart * meant.letters.length,
    letters: meant.letters.length,
    rest,
  };
}

function withLamp(text: string): string {
  return text.replace(lampHeard, 'lamp');
}

function heardAs(text: string): Heard {
  const words = text.split(' ');
  return {
    words,
    sound: words.map(soundOf).join(''),
    letters: text.replaceAll(/[ '\d]/g, ''),
    // A number misheard is another number.
    digits: text.replaceAll(/\D+/g, ' ').trim(),
  };
}

/** Half by sound and half by spelling: each alone takes too many words for one. */
function likenessOf(heard: Heard, known: Heard): number {
  return (alike(heard.sound, known.sound, soundCost) + alike(heard.letters, known.letters, letterCost)) / 2;
}

/** Most words are told apart by their lengths: what one has more than the other is all changes. */
function mayBeAlike(heard: Heard, known: Known): boolean {
  const most = mostAlike(heard.sound, known.sound) + mostAlike(heard.letters, known.letters);
  return most / 2 >= worstScore;
}

function mostAlike(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : 1 - Math.abs(a.length - b.length) / longer;
}

/** Both without the words at their beginnings and ends that are the same; and those words. */
function differingParts(heard: Heard, known: Heard): readonly [Heard, Heard, string] {
  const isSame = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && stem(a) === stem(b);
  const shorter = Math.min(heard.words.length, known.words.length);
  let first = 0;
  while (first < shorter && isSame(heard.words[first], known.words[first])) first += 1;
  let last = 0;
  while (last < shorter - first && isSame(heard.words.at(-1 - last), known.words.at(-1 - last))) last += 1;
  const part = ({ words }: Heard) => heardAs(words.slice(first, words.length - last).join(' '));
  const rest = known.words.filter((_, at) => at < first || at >= known.words.length - last).join(' ');
  return [part(heard), part(known), rest];
}

function soundCost(a: string, b: string): number {
  if (a === b) return 0;
  const family = familyOf.get(a);
  return family !== undefined && family === familyOf.get(b) ? 0.4 : 1;
}

const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);

function letterCost(a: string, b: string): number {
  if (a === b) return 0;
  return isVowel(a) && isVowel(b) ? 0.5 : 1;
}

/** The digits with neighbouring sounds by their families, each pair once. */
function keysOf({ sound, digits }: Heard): ReadonlySet<string> {
  const coarse = Array.from(sound, (one) => familyOf.get(one)?.[0] ?? one);
  return new Set(coarse.map((one, at) => `${digits} ${coarse[at - 1] ?? ''}${one}`));
}

/** 1 for equal, 0 for nothing in common: weighted edit distance by the longer one. */
function alike(a: string, b: string, cost: (a: string, b: string) => number): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const changed = (before[at - 1] ?? 0) + cost(a[row - 1] ?? '', b[at - 1] ?? '');
      now.push(Math.min(changed, (before[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1));
    }
    before = now;
  }
  return 1 - (before[b.length] ?? longer) / longer;
}
