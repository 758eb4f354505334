/** Spanish: what a device has not got, or can not do as it is now. */
import type { Inability } from '../language-pack.ts';
import { plainWords } from '../phrasing.ts';
import { list, nounOf, theName } from './nouns.ts';
import { wishWords } from './wishes.ts';

export function unableClause({ name, unable, wish }: Inability): string {
  const device = theName(name);
  const { isPlural } = nounOf(name);
  switch (unable.why) {
    case 'unsupported':
      return `no puedo ${wishWords(wish).todo(device)}`;
    case 'not-now':
      return `${device} no ${isPlural ? 'pueden' : 'puede'} hacerlo ahora`;
    case 'is-off':
      return `${device} ${isPlural ? 'están' : 'está'} en apagado`;
    case 'needs-code':
      return `${device} ${isPlural ? 'piden' : 'pide'} un código que no debo oír`;
    case 'out-of-range':
      return `${device} solo ${isPlural ? 'van' : 'va'} de ${unable.min} a ${unable.max}`;
    case 'unknown-choice':
      return unable.choices.length === 0
        ? `no puedo ${wishWords(wish).todo(device)}`
        : `${device} solo ${isPlural ? 'conocen' : 'conoce'} ${list(unable.choices.map(plainWords))}`;
    case 'nothing-found':
      return 'no he encontrado nada que reproducir';
    case 'not-listed':
      return `${list(unable.items)} no ${unable.items.length > 1 ? 'están' : 'está'} en la lista`;
  }
}
