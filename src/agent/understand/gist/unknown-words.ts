/** Words that mean nothing here: whether what they stand beside may still be asked about. Pure. */
import { isTimeUnit } from '../durations.ts';
import type { PhraseBook } from '../grammar/phrases.ts';
import type { LinkContext } from '../mention.ts';
import { describing, isNoOrder, type Mark, markWords } from './marks.ts';

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

/** Nothing unknown goes before what is asked for, and none of it may change what that is, or be what is meant. */
export function mayBeAskedAbout(marks: readonly Mark[], words: readonly string[]): boolean {
  const unknown = marks.filter(({ role }) => role === 'unknown');
  if (unknown.some(({ value }) => isWeighty(value))) return false;
  if (unknown.some(({ start }) => isPlace(words.slice(0, start)))) return false;
  if (marks.some((mark, at) => mark.role === 'number' && !isLevel(at, marks, words))) return false;
  if (isOfAnotherThing(marks, words) || isSecond(marks)) return false;
  const order = marks.find(({ role }) => role !== 'filler');
  const saysWhat = marks.some(({ role }) => sayWhat.has(role));
  if (!saysWhat && marks.some(({ role }) => role === 'be')) return false;
  if (order?.role === 'verb') return true;
  const isAsked = order?.role === 'ask' && asksUs.test(words.slice(order.start).join(' '));
  return isAsked && !isLed(marks.slice(marks.indexOf(order) + 1), words);
}

/** "Channel four", "you two": among unknown words a figure counts them, unless it is said to be a level. */
function isLevel(at: number, marks: readonly Mark[], words: readonly string[]): boolean {
  const { start = 0, end = 0 } = marks[at] ?? {};
  if (/^(?:percent|percentage|degrees?)$/.test(words[end] ?? '')) return true;
  return marks[at - 1]?.role === 'thing' || /^(?:to|at|by)$/.test(words[start - 1] ?? '');
}

/** "Keep your hands off the volume", "a light lunch", "louder trainers": the order is about what is not known. */
function isOfAnotherThing(marks: readonly Mark[], words: readonly string[]): boolean {
  const what = marks.findIndex(({ role }) => sayWhat.has(role));
  return marks.some(({ role, start }, at) => {
    const last = marks[at - 1];
    const before = words[start - 1] ?? '';
    // "Rate my new red lamp".
    if (role === 'thing' && describing.has(last?.role ?? '')) {
      const noun = marks.slice(0, at).findLast((mark) => !describing.has(mark.role));
      return owned.test(noun?.value ?? '');
    }
    if (role !== 'unknown') return false;
    const isDescribed = before === 'light' || (what < 0 && describing.has(last?.role ?? ''));
    if (isDescribed && /^(?:a|an|some)$/.test(words[(last?.start ?? 0) - 1] ?? '')) return true;
    // "Brighten the cupboard under the stairs".
    if (before === 'the' && what < 0) return true;
    if (!owned.test(before) || (what >= 0 && what < at)) return false;
    const next = marks.slice(at).find((mark) => mark.role !== 'unknown');
    return next === undefined || !described.has(next.role);
  });
}

const owned = /^(?:my|our|your|his|her|their)$/;
/** "My disco lights". */
const described: ReadonlySet<string> = new Set([...sayWhat, 'home', 'color']);

/** "Pass the salt and dim the lights": who is asked for the first is asked for both. */
function isSecond(marks: readonly Mark[]): boolean {
  const [first, second] = marks.flatMap(({ role }, at) => (role === 'verb' ? [at] : []));
  if (first === undefined || second === undefined) return false;
  const between = marks.slice(first + 1, second);
  return between.some(({ role }) => role === 'unknown') && !between.some(({ role }) => ofTheHome.has(role));
}

/** "Please consider dimming", "could you describe bright lights": what is not known is what is asked for. */
function isLed(after: readonly Mark[], words: readonly string[]): boolean {
  const isDoing = ({ role, start }: Mark) =>
    role === 'verb' || (role === 'participle' && words[start]?.endsWith('ing') === true);
  const verb = after.findIndex(isDoing);
  const lead = verb < 0 ? after.filter(({ role }) => role !== 'filler').slice(0, 1) : after.slice(0, verb);
  return lead.some(
    ({ role, value }) => role === 'unknown' && (verb < 0 ? isNoOrder(value) : !value.endsWith('ly')),
  );
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
