/** German: to-do and shopping lists. */
import { listWords } from '../list-words.ts';
import { list, theName } from './nouns.ts';

export const lists = listWords({
  list,
  theName,
  added: (items, isMany) => `${items} ${isMany ? 'stehen' : 'steht'} jetzt auf der Liste`,
  wasListed: (items, isMany) => `${items} ${isMany ? 'standen' : 'stand'} schon auf der Liste`,
  completed: (items, isMany) => `${items} ${isMany ? 'sind' : 'ist'} abgehakt`,
  removed: (items, isMany) => `${items} ${isMany ? 'stehen' : 'steht'} nicht mehr auf der Liste`,
  holds: (items, isMany) => `auf der Liste ${isMany ? 'stehen' : 'steht'} ${items}`,
  more: (count) => `${count} weitere`,
  empty: (name) => `${name} ist leer`,
  unread: (name) => `${name} antwortet gerade nicht`,
});
