/** German: timers. */
import { timerWords } from '../timer-words.ts';
import { inPlace, list } from './nouns.ts';

export const timers = timerWords({
  language: 'de',
  list,
  called: (name, length) => (name === null ? `der Timer für ${length}` : `der Timer ${name}`),
  set: (name, length) => `Timer ${name === null ? '' : `${name} `}läuft, ${length}`,
  ringsHere: 'ich melde mich hier, solange dieses Programm läuft',
  ringsNowhere: 'hier kann ich nicht klingeln, frag mich bitte, wie lange er noch läuft',
  tooMany: 'es gibt schon zu viele Timer, brich bitte erst einen ab',
  tooLong: 'länger als eine Woche kann ich keinen Timer halten',
  noLength: 'sag bitte, wie lange der Timer laufen soll',
  none: 'es läuft kein Timer',
  noneCalled: (name) => `es gibt keinen Timer ${name}`,
  noneOf: (length) => `es gibt keinen Timer für ${length}`,
  noneIn: (place) => `${inPlace(place)} gibt es keinen Timer`,
  which: (several) => `es gibt mehrere: ${several}. Sag bitte, welchen du meinst`,
  cancelled: (timer) => `${timer} ist abgebrochen`,
  cancelledAll: (count) => `alle ${count} Timer sind abgebrochen`,
  paused: (timer, left) => `${timer} ist angehalten, noch ${left}`,
  wasPaused: (timer) => `${timer} war schon angehalten`,
  resumed: (timer, left) => `${timer} läuft weiter, noch ${left}`,
  wasRunning: (timer) => `${timer} lief schon`,
  hasLeft: (timer, left) => `${timer} läuft noch ${left}`,
  hasOnlyLeft: (timer, left) => `${timer} läuft nur noch ${left}, ich habe nichts geändert`,
  isPausedWith: (timer, left) => `${timer} ist angehalten, noch ${left}`,
  endedAgo: (timer, ago) => `${timer} ist abgelaufen, das war vor ${withDative(ago)}`,
  isOver: (timer) => `${timer} ist abgelaufen`,
});

/** "vor 5 Minuten", but "vor 2 Tagen". */
function withDative(duration: string): string {
  return duration.replace(/Tage\b/, 'Tagen');
}
