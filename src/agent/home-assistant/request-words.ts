/**
 * Words that keep a sentence from being a request ("don't", "if", "she said", "tomorrow") in the languages that
 * Home Assistant reads for us. Its matcher takes whole known sentences only; this is the second lock.
 */
import { primarySubtag } from '../../core/language-tag.ts';
import type { NotUnderstood } from '../understand/plan.ts';
import { normalise } from '../understand/normalise.ts';
import { whyNoRequest } from '../understand/no-request.ts';

type Reasons = { readonly negated: string; readonly 'not-a-request': string; readonly 'for-later': string };

const wordLists: Readonly<Record<string, Reasons>> = {
  de: {
    negated: 'nicht nichts kein keine keinen keinem nie niemals niemand ohne statt stattdessen',
    'not-a-request':
      'wenn falls sofern ob sagte sagt gesagt meinte erzählte dachte hätte hätten wäre wären würde gestern vorhin wurde wurden hatte angenommen vielleicht',
    'for-later': 'morgen übermorgen später nachher heute abend nacht bevor sobald bis täglich jeden',
  },
  fr: {
    negated: 'ne n pas jamais rien aucun aucune personne sans plutôt',
    'not-a-request':
      'si dit disait disais aurait aurais étais était avait hier imaginons imagine suppose supposons peut-être',
    'for-later': 'demain après-demain tard soir quand lorsque avant dès chaque',
  },
  es: {
    negated: 'no nunca jamás nada nadie ningún ninguna sin',
    'not-a-request':
      'si dijo dijeron decía dice habría hubiera hubiese tendría ayer había estaba imagina supongamos quizá quizás tal',
    'for-later': 'mañana luego tarde noche cuando antes hasta cada',
  },
  nl: {
    negated: 'niet niets geen nooit niemand zonder liever',
    'not-a-request':
      'als indien of zei zegt gezegd vertelde dacht zou zouden had hadden gisteren was waren werd stel misschien',
    'for-later': 'morgen overmorgen straks later vanavond vannacht voordat zodra totdat wanneer elke',
  },
};

/** A time or a delay, as it is said: nothing is done at another time than now. */
const laterPhrases: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(um|ab|gegen) \d+|(?<!\p{L})(in|nach) \p{N}* ?\p{L}* ?(sekunde|minute|stunde|tag)/u,
  fr: /(?<!\p{L})(à|vers) \d+ ?h|(?<!\p{L})(dans|après) \p{N}* ?\p{L}* ?(seconde|minute|heure|jour)/u,
  es: /(?<!\p{L})a las? \d+|(?<!\p{L})(en|dentro de) \p{N}* ?\p{L}* ?(segundo|minuto|hora|día)/u,
  nl: /(?<!\p{L})(om|rond) \d+|(?<!\p{L})(over|na) \p{N}* ?\p{L}* ?(seconde|minuut|minuten|uur|dag)/u,
};

const order = ['negated', 'not-a-request', 'for-later'] as const;
const listOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const sets = new Map(
  Object.entries(wordLists).map(([language, lists]) => [
    language,
    order.map((why) => ({ why, words: listOf(lists[why]) })),
  ]),
);

/**
 * Why the words that nothing in the home is called by are no request; null when they may be one. Languages without
 * a list have Home Assistant's matcher alone.
 */
export function whyNotAsked(
  text: string,
  language: string,
  named: readonly string[],
): Exclude<NotUnderstood, 'empty' | 'no-match' | 'not-yet'> | null {
  const base = primarySubtag(language);
  if (base === 'en') {
    const why = whyNoRequest(normalise(without(text.toLowerCase(), named)));
    return why === 'empty' || why === 'no-match' ? null : why;
  }
  const rest = without(plain(text), named.map(plain));
  const words = rest.split(' ');
  const found = sets.get(base)?.find((list) => words.some((word) => list.words.has(word)));
  return found?.why ?? (laterPhrases[base]?.test(rest) === true ? 'for-later' : null);
}

/** The sentence outside of the names and values that were found in it; whole words only. */
function without(text: string, named: readonly string[]): string {
  return named.reduce((left, name) => {
    const at = name === '' ? -1 : ` ${left} `.indexOf(` ${name.toLowerCase()} `);
    return at < 0 ? left : `${left.slice(0, at)} ${left.slice(at + name.length)}`;
  }, text);
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
}
