/** Whether words that are all known ask for something: what only tells, or asks how things are, never acts. */
import type { Mark } from './marks.ts';

const silent: ReadonlySet<string> = new Set(['filler', 'it', 'home', 'bit', 'lot', 'all']);

/** "To turn off the lights", "the brightness to 60 percent", "turn off the lights and": half a sentence. */
const cutFront: ReadonlySet<string> = new Set(['to', 'and', 'of', 'for', 'from', 'with', 'by', 'as']);
const cutEnd: ReadonlySet<string> = new Set(
  'and the a an my our your to in on of for from with by as so into over then at its their'.split(' '),
);
const articles: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her']);

/** An order, a wish in polite words, or no sentence at all but a thing and what it is to be. */
export function isRequest(marks: readonly Mark[], words: readonly string[]): boolean {
  const has = (role: string) => marks.some((mark) => mark.role === role);
  const [front] = marks;
  const last = marks.at(-1);
  if (front === undefined || (last?.role === 'filler' && cutEnd.has(last.value))) return false;
  if (front.role === 'filler' && cutFront.has(front.value)) return false;
  const first = marks.find(({ role }) => !silent.has(role));
  if (first === undefined || first.role === 'be') return false;
  if (isForMe(marks)) return false;
  if (first.role === 'verb') return true;
  // "It could be the lights are on" asks nothing.
  if (has('ask')) return has('verb') || !has('be');
  // "The light is too yellow, make it whiter."
  const isOrder = marks.some(
    (mark, at) => mark.role === 'verb' && (marks[at + 1]?.role === 'it' || isRemark(marks.slice(0, at))),
  );
  if (isCalled(front, words) && !has('be') && !has('participle')) return true;
  return isOrder || (!articles.has(front.value) && !['verb', 'be', 'participle'].some(has));
}

/** "The carpet is full of crumbs, run …". */
function isRemark(before: readonly Mark[]): boolean {
  return before.some(({ role, start, end }) => role === 'be' || (end - start > 2 && remarks.has(role)));
}

const remarks: ReadonlySet<string> = new Set(['participle', 'filler']);

/** "Robot clean the floor": one thing that is called does nothing by itself, or it would say "the robot cleans". */
function isCalled({ role, end }: Mark, words: readonly string[]): boolean {
  return (role === 'thing' || role === 'name') && words[end - 1]?.endsWith('s') === false;
}

/** "Let me dim the lights": with nobody named between the verbs the speaker means to do it. */
function isForMe(marks: readonly Mark[]): boolean {
  const said = marks.filter(({ role }) => role !== 'filler');
  return said.some(({ role, value }, at) => {
    const next = said[at + 1];
    return role === 'verb' && value === 'put' && next?.role === 'verb' && next.value !== 'put';
  });
}
