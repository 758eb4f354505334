/** What people and recognisers write short, or leave an apostrophe out of: "cant", "its dark", "turnoff". Pure. */

const written: ReadonlyMap<string, string> = new Map([
  ["can't", 'can not'],
  ['cannot', 'can not'],
  ["won't", 'will not'],
  ["shan't", 'shall not'],
  ["let's", 'let us'],
  ["i'm", 'i am'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['gimme', 'give me'],
  ['lemme', 'let me'],
  ['gotta', 'have to'],
  ['wouldya', 'would you'],
  ['couldya', 'could you'],
  ['u', 'you'],
  ['ur', 'your'],
  ['pls', 'please'],
  ['plz', 'please'],
  ['thx', 'thanks'],
  ['thankyou', 'thank you'],
  ['turnon', 'turn on'],
  ['turnoff', 'turn off'],
  ['turnup', 'turn up'],
  ['turndown', 'turn down'],
  ['switchon', 'switch on'],
  ['switchoff', 'switch off'],
  ['shutdown', 'shut down'],
  ['shutoff', 'shut off'],
  ['everyday', 'every day'],
  ['alot', 'a lot'],
  ['abit', 'a bit'],
  ['alittle', 'a little'],
  ['aswell', 'as well'],
  ['deactive', 'deactivate'],
  ['inactivate', 'deactivate'],
  ['unactivate', 'deactivate'],
  ['cant', 'can not'],
  ['wont', 'will not'],
  ['dont', 'do not'],
  ['lets', 'let us'],
  ['im', 'i am'],
  ['ive', 'i have'],
  ['whats', 'what is'],
  ...'is are was were does did has have had should could would must need'
    .split(' ')
    .map((verb) => [`${verb}nt`, `${verb} not`] as const),
  ...'that there here who where how he she'.split(' ').map((word) => [`${word}s`, `${word} is`] as const),
  ...'you they'.split(' ').flatMap(
    (word) =>
      [
        [`${word}re`, `${word} are`],
        [`${word}ve`, `${word} have`],
        [`${word}ll`, `${word} will`],
      ] as const,
  ),
]);

/** Undefined where the word is written in full. */
export const wordsFor = (word: string): string | undefined => written.get(word);

/** What only the words around tell from another word: "its dark", but "its brightness"; "ill do it", but "feeling ill". */
const doubtful: readonly (readonly [short: RegExp, full: string])[] = [
  [
    /(?<!\b(?:to|at|on|of|in|with|from|by|for|like|or|set|change|turn|make|put|switch) )\bits (?=(?:not|too|so|very|really|still|getting|quite|pretty|rather|way|kind of|a (?:bit|little)|dark|dim|loud|quiet|noisy|cold|hot|warm|chilly|freezing|stuffy|dirty|dusty|filthy|messy|time|late|morning|night|bedtime)\b|bright(?: in\b| here\b|$))/g,
    "it's ",
  ],
  [/(?<=\b(?:to|at|of) )it's(?= )/g, 'its'],
  [
    /(?:^|(?<=\b(?:and|but|then|so|or|if|when|because|please|ok|okay|now|yes|no|hey) ))ill (?!of\b)/g,
    "i'll ",
  ],
  [/\bid (?=(?:like|love|prefer|want|rather|appreciate|be)\b)/g, "i'd "],
];

export function withApostrophes(text: string): string {
  return doubtful.reduce((line, [short, full]) => line.replaceAll(short, full), text);
}
