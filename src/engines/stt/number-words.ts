/** English words of whole numbers, as recognisers without digits write them. */

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const allWords: ReadonlySet<string> = new Set([...small, ...tens, 'hundred', 'thousand']);

/** "one", "Twenty": a word that `numberWords` writes. */
export const isNumberWord = (word: string): boolean => allWords.has(word.toLowerCase());

/** 0 to 999,999, without "and"; larger numbers digit by digit. */
export function numberWords(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return join(tens[Math.floor(value / 10) - 2] ?? '', value % 10);
  if (value < 1_000) return join(`${small[Math.floor(value / 100)] ?? ''} hundred`, value % 100);
  if (value < 1_000_000) return join(`${numberWords(Math.floor(value / 1_000))} thousand`, value % 1_000);
  return String(value)
    .replaceAll(/\d/g, (digit) => `${small[Number(digit)] ?? ''} `)
    .trim();
}

/** The text with every run of digits written out. */
export function spellNumbers(text: string): string {
  return text.replaceAll(/\d+/g, (digits) => ` ${numberWords(Number(digits))} `);
}

const join = (head: string, rest: number): string => (rest === 0 ? head : `${head} ${numberWords(rest)}`);
