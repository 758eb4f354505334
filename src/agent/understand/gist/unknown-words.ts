/** Words that mean nothing here: whether what they stand beside may still be asked about. Pure. */
import { isTimeUnit } from '../durations.ts';
import type { PhraseBook } from '../grammar/phrases.ts';
import type { LinkContext } from '../mention.ts';
import { type Mark, markWords } from './marks.ts';

/** They take back, leave out, tell of others or of another time: what they say of an order has to be understood. */
const weighty =
  /^(?:about|no|none|nothing|wait|forget|cancel|leave|leaving|keep|kidding|joking|sorry|except|but|only|just|apart|other|unless|until|if|not|never|stop|he|she|him|her|who|whose|whoever|(?:some|every|any)(?:one|body)|always|usually|sometimes|often|say|saying|said|tell|telling|told|what|why|how|when|where|which|later|soon|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|noon|midnight|or|nor|neither|either)$/;
/** What stands behind them is a place, or what it belongs to. */
const leadsToPlace: ReadonlySet<string> = new Set('in inside at near of outside'.split(' '));
const articles: ReadonlySet<string> = new Set('the a an my our your his her their this that'.split(' '));
const asksUs = /^(?:please|(?:can|could|would|will) (?:you|we)|i (?:want|need)|(?:i )?would like|let us)\b/;
const ofTheHome: ReadonlySet<string> = new Set('thing name place home it'.split(' '));

/** Without these "silence is golden" would ask for silence. */
const sayWhat: ReadonlySet<string> = new Set(['thing', 'name', 'place']);

/** Nothing unknown goes before what is asked for, and none of it may change what that is. */
export function mayBeAskedAbout(marks: readonly Mark[], words: readonly string[]): boolean {
  const unknown = marks.filter(({ role }) => role === 'unknown');
  if (unknown.some(({ value }) => isWeighty(value))) return false;
  if (unknown.some(({ start }) => isPlace(words.slice(0, start)))) return false;
  const order = marks.find(({ role }) => role !== 'filler');
  const saysWhat = marks.some(({ role }) => sayWhat.has(role));
  if (!saysWhat && marks.some(({ role }) => role === 'be')) return false;
  if (order?.role === 'verb') return true;
  return order?.role === 'ask' && asksUs.test(words.slice(order.start).join(' '));
}

/** It is about something else than the home, and takes nothing back. */
export function isAside(words: readonly string[], phrases: PhraseBook, context: LinkContext): boolean {
  if (words.some(isWeighty)) return false;
  const marks = markWords(words, phrases, context, words.length);
  if (marks === undefined || marks.some(({ role }) => ofTheHome.has(role))) return false;
  return marks.some(({ role }) => role === 'unknown');
}

function isWeighty(word: string): boolean {
  return weighty.test(word) || isTimeUnit(word);
}

/** "In the chapel": a room that is not known. */
function isPlace(before: readonly string[]): boolean {
  const last = articles.has(before.at(-1) ?? '') ? before.at(-2) : before.at(-1);
  return leadsToPlace.has(last ?? '');
}
