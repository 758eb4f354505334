/** Dutch: timers. */
import { timerWords } from '../timer-words.ts';
import { inPlace, list } from './nouns.ts';

export const timers = timerWords({
  language: 'nl',
  list,
  called: (name, length) => (name === null ? `de timer van ${length}` : `de timer ${name}`),
  set: (name, length) => `timer ${name === null ? '' : `${name} `}loopt, ${length}`,
  ringsHere: 'ik meld het hier, zolang dit programma draait',
  ringsNowhere: 'hier kan ik niet bellen, vraag me hoe lang hij nog loopt',
  tooMany: 'er zijn al te veel timers, stop er eerst een',
  tooLong: 'langer dan een week kan ik geen timer bijhouden',
  noLength: 'zeg hoe lang de timer moet lopen',
  none: 'er loopt geen timer',
  noneCalled: (name) => `er is geen timer ${name}`,
  noneOf: (length) => `er is geen timer van ${length}`,
  noneIn: (place) => `er is geen timer ${inPlace(place)}`,
  which: (several) => `er zijn er meer: ${several}. Zeg welke je bedoelt`,
  cancelled: (timer) => `${timer} is gestopt`,
  cancelledAll: (count) => `alle ${count} timers zijn gestopt`,
  paused: (timer, left) => `${timer} staat op pauze met nog ${left}`,
  wasPaused: (timer) => `${timer} stond al op pauze`,
  resumed: (timer, left) => `${timer} loopt verder, nog ${left}`,
  wasRunning: (timer) => `${timer} liep al`,
  hasLeft: (timer, left) => `${timer} loopt nog ${left}`,
  hasOnlyLeft: (timer, left) => `${timer} loopt nog maar ${left}, ik heb niets veranderd`,
  isPausedWith: (timer, left) => `${timer} staat op pauze met nog ${left}`,
  endedAgo: (timer, ago) => `${timer} is ${ago} geleden afgelopen`,
  isOver: (timer) => `${timer} is afgelopen`,
});
