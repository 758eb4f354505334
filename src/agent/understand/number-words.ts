/** English cardinal numbers in words become digits: "twenty five" → "25", "two point five" → "2.5". */

const units: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index]),
);

/** Replaces every run of number words; other words stay. */
export function digitsForWords(words: readonly string[]): string[] {
  const result: string[] = [];
  let position = 0;
  while (position < words.length) {
    const number = readNumber(words, position);
    if (number === undefined) {
      result.push(words[position] ?? '');
      position += 1;
    } else {
      result.push(number.text);
      position = number.end;
    }
  }
  return result;
}

type NumberRun = { readonly text: string; readonly end: number };

function readNumber(words: readonly string[], start: number): NumberRun | undefined {
  const whole = readWhole(words, start);
  if (whole === undefined) return undefined;
  const fraction: number[] = [];
  if (words[whole.end] === 'point') {
    for (let at = whole.end + 1; isDigitWord(words[at]); at += 1)
      fraction.push(units.get(words[at] ?? '') ?? 0);
  }
  if (fraction.length === 0) return { text: String(whole.value), end: whole.end };
  return { text: `${whole.value}.${fraction.join('')}`, end: whole.end + 1 + fraction.length };
}

function isDigitWord(word: string | undefined): boolean {
  return (units.get(word ?? '') ?? 10) < 10;
}

type Whole = { readonly value: number; readonly end: number };

/** Thousands, then what is below: "two thousand seven hundred". */
function readWhole(words: readonly string[], start: number): Whole | undefined {
  const head = readBelowThousand(words, start);
  if (head === undefined || words[head.end] !== 'thousand') return head;
  const thousands = { value: head.value * 1000, end: head.end + 1 };
  const rest = readBelowThousand(words, words[thousands.end] === 'and' ? thousands.end + 1 : thousands.end);
  return rest === undefined ? thousands : { value: thousands.value + rest.value, end: rest.end };
}

/** Hundreds, then what is below; "a hundred" counts, "a" alone does not. */
function readBelowThousand(words: readonly string[], start: number): Whole | undefined {
  const isBareHundred = (words[start] === 'a' || words[start] === 'one') && words[start + 1] === 'hundred';
  const head = isBareHundred ? { value: 1, end: start + 1 } : readBelowHundred(words, start);
  if (head === undefined || words[head.end] !== 'hundred') return head;
  const hundreds = { value: head.value * 100, end: head.end + 1 };
  const rest = readBelowHundred(words, words[hundreds.end] === 'and' ? hundreds.end + 1 : hundreds.end);
  return rest === undefined ? hundreds : { value: hundreds.value + rest.value, end: rest.end };
}

function readBelowHundred(words: readonly string[], start: number): Whole | undefined {
  const ten = tens.get(words[start] ?? '');
  if (ten === undefined) {
    const unit = units.get(words[start] ?? '');
    return unit === undefined ? undefined : { value: unit, end: start + 1 };
  }
  const unit = units.get(words[start + 1] ?? '');
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: ten + unit, end: start + 2 }
    : { value: ten, end: start + 1 };
}
