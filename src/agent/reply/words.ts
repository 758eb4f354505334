/** Small parts of English replies: names, lists, counts. */

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "three"; digits above twelve. */
export function count(value: number): string {
  return small[value] ?? String(value);
}

/** A name inside a sentence: "Front Door" → "front door"; "TV" and "iPad" stay. */
export function spokenName(name: string): string {
  return name.replaceAll(/\p{L}+/gu, (word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word));
}

/** "the front door"; names that bring an article or a possessor keep theirs. */
export function theName(name: string): string {
  return /^(the|my|our|[\p{L}]+['’]s) /iu.test(name) ? spokenName(name) : `the ${spokenName(name)}`;
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** "is" or "are", by the last word of a name: "blinds", but not "glass" or "bus". */
export function isOrAre(name: string): 'is' | 'are' {
  return isPlural(name) ? 'are' : 'is';
}

export function wasOrWere(name: string): 'was' | 'were' {
  return isPlural(name) ? 'were' : 'was';
}

function isPlural(name: string): boolean {
  return /[^su]s$/i.test(name);
}
