/** English: to-do and shopping lists. */
import { listWords } from '../list-words.ts';
import { list, theName } from './words.ts';

export const lists = listWords({
  list,
  theName,
  added: (items, isMany, name) => `${items} ${isMany ? 'are' : 'is'} on ${name} now`,
  wasListed: (items, isMany, name) => `${items} ${isMany ? 'were' : 'was'} already on ${name}`,
  completed: (items, isMany) => `${items} ${isMany ? 'are' : 'is'} ticked off`,
  removed: (items, isMany, name) => `${items} ${isMany ? 'are' : 'is'} no longer on ${name}`,
  holds: (items, isMany, name) => `on ${name} ${isMany ? 'are' : 'is'} ${items}`,
  more: (count) => `${count} more`,
  empty: (name) => `${name} is empty`,
  unread: (name) => `I can't read ${name} right now`,
});
