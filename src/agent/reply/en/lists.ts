/** English: to-do and shopping lists. */
import { listWords } from '../list-words.ts';
import { isOrAre, list, theName } from './words.ts';

/** "The chores list", whatever the household called it. */
const theList = (name: string): string => theName(/\blist$/i.test(name) ? name : `${name} list`);

export const lists = listWords({
  list,
  theName: theList,
  added: (items, _, name) => `${items} added to ${name}`,
  wasListed: (items, isMany, name) =>
    `${items} ${isMany || isOrAre(items) === 'are' ? 'were' : 'was'} already on ${name}`,
  completed: (items) => `${items} ticked off`,
  removed: (items, _, name) => `${items} taken off ${name}`,
  holds: (items, _, name) => `on ${name}: ${items}`,
  more: (count) => `${count} more`,
  empty: (name) => `${name} is empty`,
  unread: (name) => `I can't read ${name} right now`,
});
