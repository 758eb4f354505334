/** Spanish: to-do and shopping lists. */
import { listWords } from '../list-words.ts';
import { list, theName } from './nouns.ts';

export const lists = listWords({
  list,
  theName,
  added: (items, isMany) => `${items} ya ${isMany ? 'están' : 'está'} en la lista`,
  wasListed: (items, isMany) => `${items} ya ${isMany ? 'estaban' : 'estaba'} en la lista`,
  completed: (items, isMany) => `${items} ${isMany ? 'quedan' : 'queda'} como hecho`,
  removed: (items, isMany) => `${items} ya no ${isMany ? 'están' : 'está'} en la lista`,
  holds: (items) => `en la lista hay ${items}`,
  more: (count) => `${count} más`,
  empty: (name) => `no hay nada en ${name}`,
  unread: (name) => `ahora no puedo leer ${name}`,
});
