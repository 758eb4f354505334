/** Small parts that sentences of every language are put together from. */

export type Gender = 'm' | 'f' | 'n';

/** A name or a common noun as a sentence needs it. */
export type Noun = {
  readonly text: string;
  readonly isPlural: boolean;
  /** Null: nobody can tell from the name; such names go without an article. */
  readonly gender: Gender | null;
};

/** What a kind of device is called. */
export type Kind = { readonly one: string; readonly many: string; readonly gender: Gender };

export const kind = (gender: Gender, one: string, many: string): Kind => ({ gender, one, many });

/** One sentence: a capital first, the mark last. */
export function sentence(text: string, mark: '.' | '?' = '.'): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${mark}`;
}

/** "a, b and c". */
export function listWith(and: string, items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

/** A word of the home's, as it is said: `fan_only` → "fan only". */
export const plainWords = (word: string): string => word.replaceAll('_', ' ');

/** Small counts in words, larger ones in digits; `words` begins with the word for none. */
export function counter(words: string): (value: number) => string {
  const small = words.split(' ');
  return (value) => small[value] ?? String(value);
}

/** A number as an ear can use it: one decimal, and the sign in words. */
export function numberWith(comma: '.' | ',', minus: string): (value: number) => string {
  return (value) => {
    const rounded = Math.round(value * 10) / 10;
    const digits = String(Math.abs(rounded)).replace('.', comma);
    return rounded < 0 ? `${minus} ${digits}` : digits;
  };
}

/** "Front Door" → "front door" inside a sentence; "TV" and "iPad" stay. */
export function lowerWords(name: string): string {
  return name.replaceAll(/\p{L}+/gu, (word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word));
}

type NounList = Readonly<Partial<Record<'m' | 'f' | 'n' | 'mp' | 'fp' | 'np', string>>>;

/**
 * Finds the gender and number of a noun by how it ends, or by the whole word.
 * The list has per gender (`m f n`) and per plural (`mp fp np`) the endings or words that tell, between spaces.
 */
export function nounFinder(list: NounList, by: 'ending' | 'word' = 'ending') {
  const known = Object.entries(list)
    .flatMap(([tells, endings]) => endings.split(' ').map((ending) => ({ ending, tells })))
    .sort((a, b) => b.ending.length - a.ending.length);
  return (word: string): Pick<Noun, 'gender' | 'isPlural'> => {
    const lower = word.toLowerCase();
    const isIt = (ending: string) => (by === 'word' ? lower === ending : lower.endsWith(ending));
    const tells = known.find(({ ending }) => isIt(ending))?.tells;
    return {
      gender: genders.find((gender) => tells?.startsWith(gender)) ?? null,
      isPlural: tells?.endsWith('p') ?? false,
    };
  };
}

const genders: readonly Gender[] = ['m', 'f', 'n'];
