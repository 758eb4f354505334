/** French: to-do and shopping lists. */
import { listWords } from '../list-words.ts';
import { list, theName } from './nouns.ts';

export const lists = listWords({
  list,
  theName,
  added: (items, isMany) => `${items} ${isMany ? 'sont' : 'est'} maintenant sur la liste`,
  wasListed: (items, isMany) => `${items} ${isMany ? 'étaient' : 'était'} déjà sur la liste`,
  completed: (items) => `c’est coché : ${items}`,
  removed: (items, isMany) => `${items} ${isMany ? 'ne sont' : 'n’est'} plus sur la liste`,
  holds: (items) => `sur la liste, il y a ${items}`,
  more: (count) => `${count} de plus`,
  empty: (name) => `il n’y a rien sur ${name}`,
  unread: (name) => `je ne peux pas lire ${name} pour le moment`,
});
