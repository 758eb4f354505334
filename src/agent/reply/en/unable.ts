/** English: what a device has not got, or can not do as it is now. */
import type { Inability } from '../language-pack.ts';
import { plainWords } from '../phrasing.ts';
import { wishWords } from './wishes.ts';
import { isOrAre, list, theName } from './words.ts';

export function unableClause({ name, unable, wish }: Inability): string {
  const device = theName(name);
  const isPlural = isOrAre(name) === 'are';
  switch (unable.why) {
    case 'unsupported':
      return `I can't ${wishWords(wish).todo(device)}`;
    case 'not-now':
      return `${device} can't do that right now`;
    case 'is-off':
      return `${device} ${isPlural ? 'are' : 'is'} off`;
    case 'needs-code':
      return `${device} ${isPlural ? 'need' : 'needs'} a code, which I must not say or hear`;
    case 'out-of-range':
      return `${device} only ${isPlural ? 'go' : 'goes'} from ${unable.min} to ${unable.max}`;
    case 'unknown-choice':
      return unable.choices.length === 0
        ? `I can't ${wishWords(wish).todo(device)}`
        : `${device} only ${isPlural ? 'know' : 'knows'} ${list(unable.choices.map(plainWords))}`;
    case 'nothing-found':
      return 'I found nothing to play for that';
    case 'not-listed':
      return `${list(unable.items)} ${unable.items.length > 1 ? 'are' : 'is'} not on ${device}`;
  }
}
