/** French: what a device has not got, or can not do as it is now. */
import type { Inability } from '../language-pack.ts';
import { plainWords } from '../phrasing.ts';
import { list, nounOf, theName } from './nouns.ts';
import { wishWords } from './wishes.ts';

export function unableClause({ name, unable, wish }: Inability): string {
  const device = theName(name);
  const { isPlural } = nounOf(name);
  switch (unable.why) {
    case 'unsupported':
      return `je ne peux pas ${wishWords(wish).todo(device)}`;
    case 'not-now':
      return `${device} ne ${isPlural ? 'peuvent' : 'peut'} pas le faire pour le moment`;
    case 'is-off':
      return `${device} ${isPlural ? 'sont' : 'est'} à l’arrêt`;
    case 'needs-code':
      return `${device} ${isPlural ? 'demandent' : 'demande'} un code que je ne dois pas entendre`;
    case 'out-of-range':
      return `${device} ne ${isPlural ? 'vont' : 'va'} que de ${unable.min} à ${unable.max}`;
    case 'unknown-choice':
      return unable.choices.length === 0
        ? `je ne peux pas ${wishWords(wish).todo(device)}`
        : `${device} ne ${isPlural ? 'connaissent' : 'connaît'} que ${list(unable.choices.map(plainWords))}`;
    case 'nothing-found':
      return 'je n’ai rien trouvé à jouer';
    case 'not-listed':
      return `${list(unable.items)} ${unable.items.length > 1 ? 'ne sont' : 'n’est'} pas sur la liste`;
  }
}
