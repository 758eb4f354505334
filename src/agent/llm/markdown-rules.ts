/** The marks of markdown, and what is said in their place. */

/** Stands for something that was left out, so that the space around it closes. */
export const leftOut = '\uFFFC';

/** What is read next: the beginning of a line, text inside of one, or code up to the same marks again. */
export type Place = 'line' | 'inline' | 'fence';

export type Rule = {
  /** The mark at the beginning of the text; looks ahead as far as it takes to be certain. */
  readonly whole: RegExp;
  /** The text so far may become one. */
  readonly soFar?: RegExp;
  /** Whether it can be one behind this text. */
  readonly after?: RegExp;
  /** What is said instead; the mark itself when absent. `before` is what was read last. */
  readonly say?: string | ((match: RegExpExecArray, before: string) => string);
  /** What comes behind it; `inline` when absent. */
  readonly next?: (match: RegExpExecArray) => Place;
};

const line = (): Place => 'line';
const isWord = (text: string): boolean => /[\p{L}\p{N}]$/u.test(text);

/** At the beginning of a line, in this order. A number in front of a line is text: "3. May" is a date. */
export const lineRules: readonly Rule[] = [
  { whole: /^[ \t\r]+/, say: '', next: line },
  { whole: /^~{3,}(?=[^~])/, soFar: /^~+$/, say: leftOut, next: () => 'fence' },
  // Rulers, underlined headings, the line below the head of a table.
  { whole: /^[|:\-*_=~#>+ \t]+(?=\n)/, soFar: /^[|:\-*_=~#>+ \t]+$/, say: '' },
  { whole: /^#{1,6}[ \t]+(?=[^ \t])/, soFar: /^#{1,6}[ \t]*$/, say: '\n' },
  { whole: /^>(?=[ \t>])/, soFar: /^>$/, say: '', next: line },
  { whole: /^[-*+•◦▪‣·–—][ \t]+(?=[^ \t])/u, soFar: /^[-*+•◦▪‣·–—][ \t]*$/u, say: '\n', next: line },
  // Footnotes and sources, and what links lead to.
  {
    whole: /^\[(?:\^[^\]\n]{1,80}|\d{1,3})\]:[ \t][^\n]*(?=\n)/,
    soFar: /^\[(?:\^[^\]\n]{0,80}|\d{0,3})(?:\](?::(?:[ \t][^\n]*)?)?)?$/,
    say: '',
  },
  {
    whole: /^\[[^\]\n]{1,80}\]:[ \t]+(?:<|https?:\/\/|www\.|\/)[^\n]*(?=\n)/,
    soFar: /^\[[^\]\n]{0,80}(?:\](?::(?:[ \t]+(?:[<hw/][^\n]*)?)?)?)?$/,
    say: '',
  },
  { whole: /^\[[ xX]\][ \t]/, soFar: /^\[(?:[ xX]\]?)?$/, say: '' },
  { whole: /^\|[ \t]*(?=[^ \t])/, soFar: /^\|[ \t]*$/, say: '\n' },
];

/** What ends an address; marks of a sentence at its end belong to the sentence. */
const addressEnd = String.raw`(?=[.,;:!?)'’”…]*[\s<>"[\]|*` + '`])';
const addressChars = String.raw`[^\s<>"[\]|*` + '`]*';
const address = (start: string): Pick<Rule, 'whole' | 'say'> => ({
  whole: new RegExp(`^${start}${addressChars}?${addressEnd}`, 'iu'),
  say: leftOut,
});

const schemes = ['https://', 'http://', 'ftp://', 'www.', 'mailto:'];
/** "h", "ht", … "https://", and then anything an address may hold. */
const schemeSoFar = new RegExp(
  `^(?:${schemes.map((scheme) => Array.from(scheme).reduceRight((rest, letter) => `${escaped(letter)}(?:${rest})?`, addressChars)).join('|')})$`,
  'iu',
);

function escaped(letter: string): string {
  return /[a-z:]/.test(letter) ? letter : `\\${letter}`;
}

/** Target and title of a link, behind the bracket that ends its text. */
const target = String.raw`[^\s()]*(?:\([^\s()]*\)[^\s()]*)*`;
const title = String.raw`[ \t]+(?:"[^"\n]*"|'[^'\n]*')`;
const titleSoFar = String.raw`[ \t]+(?:"[^"\n]*"?|'[^'\n]*'?)?`;

/** Characters that HTML writes as words; its angle brackets are no speech. */
const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", '#39': "'", nbsp: ' ' };

/** Inside of a line, in this order. */
export const inlineRules: readonly Rule[] = [
  { whole: /^\n/, next: line },
  { whole: /^[\p{L}\p{N}]+/u, after: /[\p{L}\p{N}]$/u },
  // Addresses begin where no word goes on.
  {
    ...address(`(?:${schemes.map((scheme) => Array.from(scheme, escaped).join('')).join('|')})`),
    soFar: schemeSoFar,
  },
  { ...address(':\\/\\/'), soFar: /^:(?:\/(?:\/[^\s<>"[\]|*`]*)?)?$/u, after: /[\p{L}\p{N}]$/u },
  // Of "example.com/a/b" the name is said.
  { ...address('\\/'), soFar: /^\/[^\s<>"[\]|*`]*$/u, after: /[\w-]\.[a-z]{2,24}$/iu },
  { whole: /^[\p{L}\p{N}]+/u },
  // Cells of a table, and the end of its rows.
  {
    whole: /^[ \t]*\|[ \t|]*(?=([^ \t|]))/,
    soFar: /^[ \t]*\|?[ \t|]*$/,
    say: ([, next]) => (next === '\n' ? '' : ', '),
  },
  {
    whole: /^\\([!-/:-@[-`{-~]?)/,
    soFar: /^\\$/,
    say: ([, char = '']) => (/[*_~`#|[\]\\<>]/.test(char) ? '' : char),
  },
  {
    whole: /^`+(?=[^`])/,
    soFar: /^`+$/,
    say: ([{ length }]) => (length < 3 ? '' : leftOut),
    next: ([{ length }]) => (length < 3 ? 'inline' : 'fence'),
  },
  {
    whole: /^&(amp|lt|gt|quot|apos|nbsp|#39);/,
    soFar: /^&[a-z\d#]{0,4}$/,
    say: ([, name = '']) => entities[name] ?? '',
  },
  { whole: /^!(?=\[)/, soFar: /^!$/, after: /^$|\s$/u, say: '' },
  // Footnotes and numbers of sources.
  {
    whole: /^\[(?:\^[^\]\n]{1,40}|\d{1,3}(?:[,–-] ?\d{1,3}){0,8})\]/u,
    soFar: /^\[(?:\^[^\]\n]{0,40}|\d[\d,–\- ]{0,44})?$/u,
    say: leftOut,
  },
  {
    whole: new RegExp(String.raw`^\](?:\(${target}(?:${title})?\)|\[[^\]\n]{0,80}\])`, 'u'),
    soFar: new RegExp(String.raw`^\](?:\(${target}(?:\([^\s()]*|${titleSoFar})?|\[[^\]\n]{0,80})?$`, 'u'),
    say: '',
  },
  { whole: /^[[\]]/, say: '' },
  {
    whole: /^\*+(?=([^*]))/u,
    soFar: /^\*+$/,
    say: ([stars, next = ''], before) => (stars === '*' && isFactor(before, next) ? '×' : ''),
  },
  {
    whole: /^_+(?=([^_]))/u,
    soFar: /^_+$/,
    say: ([, next = ''], before) => (isWord(before) && isWord(next) ? ' ' : ''),
  },
  { whole: /^~+(?=[^~])/, soFar: /^~+$/, say: ([tildes]) => (tildes === '~' ? '~' : '') },
  { whole: /^[\s\S]/u },
];

/** "2 * 3" and "2*3" multiply. */
function isFactor(before: string, next: string): boolean {
  return (/\d[ \t]$/.test(before) && /[ \t]/.test(next)) || (/\d$/.test(before) && /\d/.test(next));
}
