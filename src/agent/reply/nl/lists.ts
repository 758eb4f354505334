/** Dutch: to-do and shopping lists. */
import { listWords } from '../list-words.ts';
import { list, theName } from './nouns.ts';

export const lists = listWords({
  list,
  theName,
  added: (items, isMany) => `${items} ${isMany ? 'staan' : 'staat'} nu op de lijst`,
  wasListed: (items, isMany) => `${items} ${isMany ? 'stonden' : 'stond'} al op de lijst`,
  completed: (items, isMany) => `${items} ${isMany ? 'zijn' : 'is'} afgevinkt`,
  removed: (items, isMany) => `${items} ${isMany ? 'staan' : 'staat'} niet meer op de lijst`,
  holds: (items, isMany) => `op de lijst ${isMany ? 'staan' : 'staat'} ${items}`,
  more: (count) => `nog ${count}`,
  empty: (name) => `${name} is leeg`,
  unread: (name) => `${name} antwoordt nu niet`,
});
