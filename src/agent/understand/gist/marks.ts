/** Every word of a sentence by what it means wherever it stands. */
import type { Phrase, PhraseBook } from '../grammar/phrases.ts';
import { findPlace, type LinkContext } from '../mention.ts';

/**
 * `role` is one of the `gist` blocks, a list of the sentence files, or `place`, `name`, `number`, `unknown`; the value of
 * a filler or an unknown word are its words.
 */
export type Mark = {
  readonly role: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

/** Longest names and places in words. */
const longestName = 5;

/** Undefined when more words than these mean nothing here: they may be what the sentence is about. */
export function markWords(
  words: readonly string[],
  phrases: PhraseBook,
  context: LinkContext,
  mostUnknown = 0,
): readonly Mark[] | undefined {
  const marks: Mark[] = [];
  let unknown = 0;
  for (let at = 0; at < words.length;) {
    const known =
      numberAt(words, at) ??
      wordsAt(words, at, marks, phrases, context) ??
      unknownVerbAt(words, at, marks, phrases);
    if (known === undefined) unknown += 1;
    const mark = known ?? { role: 'unknown', value: words[at] ?? '', start: at, end: at + 1 };
    if (unknown > mostUnknown || isOtherRoom(mark, marks.at(-1))) return undefined;
    marks.push(mark);
    at = mark.end;
  }
  return marks.map((mark, at) => (isSwitchedOn(mark, marks.slice(at + 1), words) ? switchedOn(mark) : mark));
}

/** "In bedroom three", where none is called so: no level of the bedroom. */
function isOtherRoom({ role, value }: Mark, before: Mark | undefined): boolean {
  return role === 'number' && before?.role === 'place' && Number(value) <= mostRooms;
}

/** Rooms and floors are not numbered higher. */
const mostRooms = 9;

/**
 * "Slam the lights to red": nothing but a verb stands there; what the lights are to be has to be said in known words,
 * and not as what they are: "rate my red lights".
 */
function unknownVerbAt(
  words: readonly string[],
  at: number,
  before: readonly Mark[],
  phrases: PhraseBook,
): Mark | undefined {
  const [word = '', next = ''] = words.slice(at);
  if (!isFront(before) || isNoOrder(word) || !beforeThing.has(next)) return undefined;
  if (isDescribedThing(words, at + 2, phrases)) return undefined;
  return { role: 'verb', value: 'put', start: at, end: at + 1 };
}

/** Told, or thought. */
const noOrder =
  /(?:ed|ing|[^s]s)$|^(?:is|are|am|be|been|has|have|does|can|could|will|would|shall|should|may|might|must|ought|need|not|no|nor|never|if|unless|when|once|who|what|why|how|love|like|hate|prefer|enjoy|see|saw|hear|heard|know|knew|remember|forget|forgot|imagine|picture|explain|describe|discuss|check|find|found|notice|ignore|avoid|prevent|protect|compare|expect|hope|wish|dream|guess|bet|feel|felt|thought|think|believe|doubt|had|was|were|did|do|said|told|made|left|lost|broke|break|bought|buy|sell|sold|read|wrote|write|count|watch|wait|clap|play|schedule|delay|postpone|while|whether|although|though|despite|during|until|till|except|but|or|than|whatever|whichever|wherever|whenever|before|after|against|about|above|below|between|behind|across|along|near|under|unlike|via|besides|leave|spare|teach|train|advise|convince|persuade|warn|remind|miss|mind|skip|cancel|ban|forbid|refuse|resist|blame|trust|fear|mean|meant|say|claim|suppose|assume)$/;
export function isNoOrder(verb: string): boolean {
  return noOrder.test(verb);
}

const beforeThing: ReadonlySet<string> = new Set('the my our all it them these those'.split(' '));

/** "(My) new red lamp". */
function isDescribedThing(words: readonly string[], start: number, phrases: PhraseBook): boolean {
  for (let at = start; at < words.length;) {
    const known = phrases.at(words, at);
    if (known.some(({ role }) => role === 'thing')) return at > start;
    const adjective = known.find(({ role }) => describing.has(role));
    if (adjective === undefined) return false;
    at += adjective.words.length;
  }
  return false;
}

/** What a thing is like. */
export const describing: ReadonlySet<string> = new Set(['color', 'state', 'level']);

/** "A purple one" counts nothing; 0 is a wish of its own. */
function numberAt(words: readonly string[], at: number): Mark | undefined {
  const value = words[at] ?? '';
  const isOne = value === '1' && words[at + 1] !== 'percent';
  if (!/^\d{1,3}$/.test(value) || isOne || Number(value) > 100) return undefined;
  return { role: 'number', value, start: at, end: at + 1 };
}

function wordsAt(
  words: readonly string[],
  start: number,
  before: readonly Mark[],
  phrases: PhraseBook,
  context: LinkContext,
): Mark | undefined {
  const known = phrases.at(words, start).filter(isPhraseOf(words));
  const after = phrases.at(words, start + (known[0]?.words.length ?? 1));
  const phrase = likeliest(known, before, after);
  const least = phrase?.words.length ?? 0;
  for (let end = Math.min(words.length, start + longestName); end > start; end -= 1) {
    const length = end - start;
    const value = words.slice(start, end).join(' ');
    // "The kitchen's lights".
    const room = value.replace(/'s$/, '');
    // A name of this home says more than a noun that it is.
    const isName = length > least || (length === least && length > 1);
    if (isName && context.index.entityNames.find(value, false)?.tier === 'exact')
      return { role: 'name', value, start, end };
    const isFree = length > least || phrase?.role === 'filler';
    if (length >= least && isFree && findPlace(context, room) !== undefined)
      return { role: 'place', value: room, start, end };
  }
  if (phrase === undefined) return undefined;
  const value = phrase.role === 'filler' ? phrase.words.join(' ') : phrase.value;
  return { role: phrase.role, value, start, end: start + phrase.words.length };
}

/** "The light blue" is a light to be blue, unless another light is named. */
const isPhraseOf =
  (words: readonly string[]) =>
  ({ role, words: [first] }: Phrase): boolean =>
    role !== 'color' || first !== 'light' || words.some((word) => otherLight.test(word));

const otherLight = /^(?:lights|lamps?|bulbs?|lighting|leds?)$/;

/** A word that is a verb and something else is the verb where a clause begins, or with "it" behind. */
function likeliest(
  [first, ...shorter]: readonly Phrase[],
  before: readonly Mark[],
  after: readonly Phrase[],
): Phrase | undefined {
  if (first === undefined) return undefined;
  const same = [first, ...shorter.filter(({ words }) => words.length === first.words.length)];
  const last = before.at(-1);
  const isLed =
    isFront(before) || last?.role === 'ask' || (last?.role === 'filler' && joining.has(last.value));
  const isThing = same.some(({ role }) => role === 'thing') && after.some(({ role }) => verbal.has(role));
  const isVerb = (isLed || after.some(({ role }) => role === 'it')) && !isThing;
  const verb = same.find(({ role }) => role === 'verb');
  return (isVerb ? verb : same.find(({ role }) => role !== 'verb')) ?? first;
}

/** Nothing but polite words went before. */
function isFront(before: readonly Mark[]): boolean {
  return before.every(({ role, value }) => role === 'ask' || (role === 'filler' && !articles.has(value)));
}

/** "Vacuum working in the hall": what does something is a thing. */
const joining: ReadonlySet<string> = new Set(['and', 'so', 'then']);
const verbal: ReadonlySet<string> = new Set(['verb', 'participle', 'be']);
const articles: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'my',
  'our',
  'your',
  'some',
  'its',
  'their',
]);
/** "On the tv", "on full", "on green". */
const behindOn: ReadonlySet<string> = new Set(
  'place name thing color white mood task level number it home here everywhere'.split(' '),
);

/** "Lights on", but not "the sound on the tv". */
function isSwitchedOn({ start, end }: Mark, after: readonly Mark[], words: readonly string[]): boolean {
  if (end - start !== 1 || words[start] !== 'on') return false;
  const next = after.find(({ role, value }) => role !== 'filler' || !articles.has(value));
  return next === undefined || !behindOn.has(next.role);
}

function switchedOn(mark: Mark): Mark {
  return { ...mark, role: 'state', value: 'on' };
}
