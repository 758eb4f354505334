/** Dutch: what a device has not got, or can not do as it is now. */
import type { Inability } from '../language-pack.ts';
import { plainWords } from '../phrasing.ts';
import { list, nounOf, theName } from './nouns.ts';

export function unableClause({ name, unable }: Inability): string {
  const device = theName(name);
  const { isPlural } = nounOf(name);
  switch (unable.why) {
    case 'unsupported':
      return `${device} ${isPlural ? 'kunnen' : 'kan'} dat niet`;
    case 'not-now':
      return `${device} ${isPlural ? 'kunnen' : 'kan'} dat nu niet`;
    case 'is-off':
      return `${device} ${isPlural ? 'staan' : 'staat'} uit`;
    case 'needs-code':
      return `${device} ${isPlural ? 'hebben' : 'heeft'} een code nodig die ik niet mag horen`;
    case 'out-of-range':
      return `${device} ${isPlural ? 'gaan' : 'gaat'} alleen van ${unable.min} tot ${unable.max}`;
    case 'unknown-choice':
      return unable.choices.length === 0
        ? `${device} ${isPlural ? 'kunnen' : 'kan'} dat niet`
        : `${device} ${isPlural ? 'kennen' : 'kent'} alleen ${list(unable.choices.map(plainWords))}`;
    case 'nothing-found':
      return 'daar heb ik niets voor gevonden';
    case 'not-listed':
      return `${list(unable.items)} ${unable.items.length > 1 ? 'staan' : 'staat'} niet op de lijst`;
  }
}
