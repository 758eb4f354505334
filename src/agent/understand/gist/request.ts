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
export function isRequest(marks: readonly Mark[]): boolean {
  const has = (role: string) => marks.some((mark) => mark.role === role);
  const [front] = marks;
  const last = marks.at(-1);
  if (front === undefined || (last?.role === 'filler' && cutEnd.has(last.value))) return false;
  if (front.role === 'filler' && cutFront.has(front.value)) return false;
  const first = marks.find(({ role }) => !silent.has(role));
  if (first === undefined || first.role === 'be') return false;
  if (first.role === 'verb') return true;
  // "It could be the lights are on" asks nothing.
  if (has('ask')) return has('verb') || !has('be');
  // "The light is too yellow, make it whiter."
  const isOrder = marks.some((mark, at) => mark.role === 'verb' && marks[at + 1]?.role === 'it');
  return isOrder || (!articles.has(front.value) && !['verb', 'be', 'participle'].some(has));
}
