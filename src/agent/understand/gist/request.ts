/** Whether words that are all known ask for something: what only tells, or asks how things are, never acts. */
import type { Mark } from './marks.ts';

const silent: ReadonlySet<string> = new Set(['filler', 'it', 'home', 'bit', 'lot', 'all']);

/** "To turn off the lights", "the brightness to 60 percent", "turn off the lights and": half a sentence. */
const cutFront: ReadonlySet<string> = new Set(['to', 'and', 'of', 'for', 'from', 'with', 'by', 'as']);
const cutEnd: ReadonlySet<string> = new Set(
  'and the a an my our your to in on of for from with by as so into over then at its their be'.split(' '),
);
const articles: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her']);

/** An order, a wish in polite words, or no sentence at all but a thing and what it is to be. */
export function isRequest(marks: readonly Mark[], words: readonly string[]): boolean {
  const has = (role: string) => marks.some((mark) => mark.role === role);
  const [front] = marks;
  const last = marks.at(-1);
  if (front === undefined || (last?.role === 'filler' && cutEnd.has(last.value))) return false;
  // "To a softer", which may be a colour or a light.
  if (last?.role === 'state' && articles.has(marks.at(-2)?.value ?? '')) return false;
  if (front.role === 'filler' && cutFront.has(front.value)) return false;
  const first = marks.find(({ role }) => !silent.has(role));
  if (first === undefined || first.role === 'be') return false;
  if (isForMe(marks) || isWishOfOthers(marks, words)) return false;
  // "They shut the lights off" tells, of people too.
  if (first.role === 'verb') return words[front.start] !== 'they';
  // "It could be the lights are on" asks nothing.
  if (has('ask')) return has('verb') || !has('be');
  // "The light is too yellow, make it whiter."
  const isOrder = marks.some(
    (mark, at) => mark.role === 'verb' && (marks[at + 1]?.role === 'it' || isRemark(marks.slice(0, at))),
  );
  if (isCalled(front, words) && !has('be') && !has('participle')) return true;
  return isOrder || (!articles.has(front.value) && !['verb', 'be', 'participle'].some(has));
}

/** "The carpet is full of crumbs, run …"; "the lights are set" is one to its end. */
function isRemark(before: readonly Mark[]): boolean {
  if (before.at(-1)?.role === 'be') return false;
  return before.some(({ role, start, end }) => role === 'be' || (end - start > 2 && remarks.has(role)));
}

const remarks: ReadonlySet<string> = new Set(['participle', 'filler']);

/** "Robot clean the floor": one thing that is called does nothing by itself, or it would say "the robot cleans". */
function isCalled({ role, end }: Mark, words: readonly string[]): boolean {
  return (role === 'thing' || role === 'name') && words[end - 1]?.endsWith('s') === false;
}

/** "They want the lights off", but "they need to be off". */
function isWishOfOthers(marks: readonly Mark[], words: readonly string[]): boolean {
  return marks.some(({ role, start, end }, at) => {
    const after = marks[at + 1];
    const isTheirs = role === 'it' && words[start] === 'they' && after?.role === 'ask';
    return isTheirs && wished.test(words.slice(end, after.end).join(' '));
  });
}

const wished = /^(?:want|would|need|like|love|prefer)(?! to be)\b/;

/** "Let me dim the lights": with nobody named between the verbs the speaker means to do it. */
function isForMe(marks: readonly Mark[]): boolean {
  const said = marks.filter(({ role }) => role !== 'filler');
  return said.some(({ role, value }, at) => {
    const next = said[at + 1];
    return role === 'verb' && value === 'put' && next?.role === 'verb' && next.value !== 'put';
  });
}
