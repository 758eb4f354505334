/** How numbers from 0 to 99 are said, for codes that are spoken digit by digit or in pairs. Accents left out. */
import { primarySubtag } from '../../core/language-tag.ts';

/** Words, several where a number takes several → the number. */
export type NumberPhrases = ReadonlyMap<string, number>;

const rowOf = (words: string): readonly string[] => words.split(' ');

/** From 20 on: tens and a unit, in the language's own way. */
function above(
  tens: readonly string[],
  units: readonly string[],
  joined: (ten: string, unit: string, value: number) => string,
): readonly (readonly [string, number])[] {
  return tens.flatMap((ten, row) =>
    units.slice(0, 10).map((unit, digit): readonly [string, number] => {
      const value = 20 + row * 10 + digit;
      return [digit === 0 ? ten : joined(ten, unit, value), value];
    }),
  );
}

const english = rowOf(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const german = rowOf(
  'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
);
const dutch = rowOf(
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
);
const spanish = rowOf(
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
);
const french = [
  ...rowOf('zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
  ...['dix sept', 'dix huit', 'dix neuf'],
];

/** "soixante et onze", "quatre vingt douze". */
const frenchHigh = Array.from({ length: 40 }, (_, index): readonly [string, number] => {
  const unit = french[index % 20] ?? '';
  const isSixty = index < 20;
  const and = isSixty && (index === 1 || index === 11) ? ' et ' : ' ';
  const base = isSixty ? 'soixante' : 'quatre vingt';
  return [index % 20 === 0 ? base : `${base}${and}${unit}`, 60 + index];
});

const phrases: Readonly<Record<string, NumberPhrases>> = {
  en: new Map([
    ...english.map((word, value): readonly [string, number] => [word, value]),
    ...above(
      rowOf('twenty thirty forty fifty sixty seventy eighty ninety'),
      english,
      (ten, unit) => `${ten} ${unit}`,
    ),
    // As they are misheard where only digits are said.
    ...rowOf('oh o').map((word): readonly [string, number] => [word, 0]),
    ...Object.entries({ won: 1, to: 2, too: 2, for: 4, ate: 8 }),
  ]),
  de: new Map([
    ...german.map((word, value): readonly [string, number] => [word, value]),
    ...above(
      rowOf('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'),
      german,
      (ten, unit) => `${unit === 'eins' ? 'ein' : unit}und${ten}`,
    ),
    ...Object.entries({ ein: 1, eine: 1, zwo: 2 }),
  ]),
  nl: new Map([
    ...dutch.map((word, value): readonly [string, number] => [word, value]),
    ...above(
      rowOf('twintig dertig veertig vijftig zestig zeventig tachtig negentig'),
      dutch,
      (ten, unit) => `${unit}en${ten}`,
    ),
  ]),
  es: new Map([
    ...spanish.map((word, value): readonly [string, number] => [word, value]),
    ...above(
      rowOf('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
      spanish,
      (ten, unit, value) => (value < 30 ? `veinti${unit}` : `${ten} y ${unit}`),
    ),
    ['un', 1],
  ]),
  fr: new Map([
    ...french.map((word, value): readonly [string, number] => [word, value]),
    ...above(rowOf('vingt trente quarante cinquante'), french, (ten, unit) =>
      unit === 'un' ? `${ten} et un` : `${ten} ${unit}`,
    ),
    ...frenchHigh,
    ['quatre vingts', 80],
    ['une', 1],
  ]),
};

const none: NumberPhrases = new Map();

/** Empty for a language whose numbers we do not know: digits are still digits there. */
export function numberPhrases(language: string): NumberPhrases {
  return phrases[primarySubtag(language)] ?? none;
}
