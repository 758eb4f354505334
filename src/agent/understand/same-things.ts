/** What one household calls a thing and another calls otherwise: "the washer", "the washing machine". Pure. */

const groups: readonly (readonly string[])[] = [
  ['washing machine', 'washer', 'clothes washer', 'laundry machine'],
  ['dryer', 'drier', 'tumble dryer', 'clothes dryer'],
  ['coffee machine', 'coffee maker', 'coffeemaker', 'espresso machine'],
  ['fridge', 'refrigerator'],
  ['stove', 'cooker', 'hob', 'cooktop'],
  ['range hood', 'cooker hood', 'extractor hood'],
  ['wifi', 'wi fi', 'wlan', 'router', 'internet'],
  ['sofa', 'couch', 'settee'],
  ['tv', 'television', 'telly', 't v'],
  ['computer', 'pc'],
  ['phone charger', 'mobile charger', 'charger'],
  ['fireplace', 'fire'],
  ['hot tub', 'jacuzzi', 'whirlpool'],
  ['christmas', 'xmas'],
  ['fairy lights', 'string lights'],
];

type Called = { readonly said: RegExp; readonly others: readonly string[] };

/** By the first word. */
const byFirst = new Map<string, Called[]>();
for (const group of groups)
  for (const name of group) {
    const [first = ''] = name.split(' ');
    const called = {
      said: new RegExp(`(?<![^ ])${name}(?![^ ])`),
      others: group.filter((one) => one !== name),
    };
    byFirst.set(first, [...(byFirst.get(first) ?? []), called]);
  }

/** "Plug number 1", where it is called "Plug 1". */
const beforeNumber = / (?:number|no|nr) (?=\d)/;

/** The same name in other words, one thing of it at a time. */
export function inOtherWords(text: string): readonly string[] {
  if (beforeNumber.test(text)) return [text.replace(beforeNumber, ' ')];
  return text
    .split(' ')
    .flatMap((word) => byFirst.get(word) ?? [])
    .filter(({ said }) => said.test(text))
    .flatMap(({ said, others }) => others.map((other) => text.replace(said, other)));
}
