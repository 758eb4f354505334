/** English: timers. */
import { timerWords } from '../timer-words.ts';
import { inPlace, list } from './words.ts';

export const timers = timerWords({
  language: 'en',
  list,
  called: (name, length) => `the ${name ?? length.replaceAll(/s\b/g, '').replaceAll(/,| and/g, '')} timer`,
  set: (name, length) => `${name === null ? '' : `${name} `}timer set for ${length}`,
  ringsHere: "I'll tell you here when it is over, as long as this program runs",
  ringsNowhere: "I can't ring here, so please ask me how long is left",
  tooMany: 'there are too many timers already, please cancel one first',
  tooLong: "I can't keep a timer for longer than a week",
  noLength: 'please say how long the timer should run',
  none: 'there is no timer running',
  noneCalled: (name) => `there is no ${name} timer`,
  noneOf: (length) => `there is no timer for ${length}`,
  noneIn: (place) => `there is no timer ${inPlace(place)}`,
  which: (several) => `there are several: ${several}. Please say which one you mean`,
  cancelled: (timer) => `${timer} is cancelled`,
  cancelledAll: (count) => `all ${count} timers are cancelled`,
  paused: (timer, left) => `${timer} is paused with ${left} left`,
  wasPaused: (timer) => `${timer} was already paused`,
  resumed: (timer, left) => `${timer} goes on with ${left} left`,
  wasRunning: (timer) => `${timer} was running already`,
  hasLeft: (timer, left) => `${timer} has ${left} left`,
  hasOnlyLeft: (timer, left) => `${timer} has only ${left} left, so I changed nothing`,
  isPausedWith: (timer, left) => `${timer} is paused with ${left} left`,
  endedAgo: (timer, ago) => `${timer} ended ${ago} ago`,
  isOver: (timer) => `${timer} is over`,
});
