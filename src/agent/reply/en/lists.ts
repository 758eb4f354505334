/** English: to-do and shopping lists. */
import { listWords } from '../list-words.ts';
import { isOrAre, list, theName } from './words.ts';

export const lists = listWords({
  list,
  theName,
  added: (items, isMany, name) => `${items} ${isMany ? 'are' : isOrAre(items)} on ${name} now`,
  wasListed: (items, isMany, name) =>
    `${items} ${isMany || isOrAre(items) === 'are' ? 'were' : 'was'} already on ${name}`,
  completed: (items, isMany) => `${items} ${isMany ? 'are' : isOrAre(items)} ticked off`,
  removed: (items, isMany, name) => `${items} ${isMany ? 'are' : isOrAre(items)} no longer on ${name}`,
  holds: (items, isMany, name) => `on ${name} ${isMany ? 'are' : isOrAre(items)} ${items}`,
  more: (count) => `${count} more`,
  empty: (name) => `${name} is empty`,
  unread: (name) => `I can't read ${name} right now`,
});
