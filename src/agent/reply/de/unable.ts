/** German: what a device has not got, or can not do as it is now. */
import type { Inability } from '../language-pack.ts';
import { plainWords } from '../phrasing.ts';
import { list, nounOf, theName } from './nouns.ts';

export function unableClause({ name, unable }: Inability): string {
  const device = theName(name);
  const { isPlural } = nounOf(name);
  switch (unable.why) {
    case 'unsupported':
      return `${device} ${isPlural ? 'können' : 'kann'} das nicht`;
    case 'not-now':
      return `${device} ${isPlural ? 'können' : 'kann'} das gerade nicht`;
    case 'is-off':
      return `${device} ${isPlural ? 'sind' : 'ist'} aus`;
    case 'needs-code':
      return `${device} ${isPlural ? 'brauchen' : 'braucht'} einen Code, den ich nicht annehmen darf`;
    case 'out-of-range':
      return `${device} ${isPlural ? 'gehen' : 'geht'} nur von ${unable.min} bis ${unable.max}`;
    case 'unknown-choice':
      return unable.choices.length === 0
        ? `${device} ${isPlural ? 'können' : 'kann'} das nicht`
        : `${device} ${isPlural ? 'kennen' : 'kennt'} nur ${list(unable.choices.map(plainWords))}`;
    case 'nothing-found':
      return 'dazu habe ich nichts gefunden';
    case 'not-listed':
      return `${list(unable.items)} ${unable.items.length > 1 ? 'stehen' : 'steht'} nicht auf der Liste`;
  }
}
