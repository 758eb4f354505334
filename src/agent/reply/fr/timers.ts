/** French: timers. */
import { timerWords } from '../timer-words.ts';
import { inPlace, list } from './nouns.ts';

export const timers = timerWords({
  language: 'fr',
  list,
  called: (name, length) => (name === null ? `le minuteur de ${length}` : `le minuteur ${name}`),
  set: (name, length) => `minuteur ${name === null ? '' : `${name} `}lancé pour ${length}`,
  ringsHere: 'je vous préviendrai ici, tant que ce programme tourne',
  ringsNowhere: 'je ne peux pas sonner ici, demandez-moi combien de temps il reste',
  tooMany: 'il y a déjà trop de minuteurs, annulez-en un d’abord',
  tooLong: 'je ne peux pas garder un minuteur plus d’une semaine',
  noLength: 'dites-moi la durée du minuteur',
  none: 'aucun minuteur n’est en cours',
  noneCalled: (name) => `il n’y a pas de minuteur ${name}`,
  noneOf: (length) => `il n’y a pas de minuteur de ${length}`,
  noneIn: (place) => `il n’y a pas de minuteur ${inPlace(place)}`,
  which: (several) => `il y en a plusieurs : ${several}. Dites-moi lequel`,
  cancelled: (timer) => `${timer} est annulé`,
  cancelledAll: (count) => `les ${count} minuteurs sont annulés`,
  paused: (timer, left) => `${timer} est en pause, il reste ${left}`,
  wasPaused: (timer) => `${timer} était déjà en pause`,
  resumed: (timer, left) => `${timer} reprend, il reste ${left}`,
  wasRunning: (timer) => `${timer} tournait déjà`,
  hasLeft: (timer, left) => `il reste ${left} pour ${timer}`,
  hasOnlyLeft: (timer, left) => `il ne reste que ${left} pour ${timer}, je n’ai rien changé`,
  isPausedWith: (timer, left) => `${timer} est en pause, il reste ${left}`,
  endedAgo: (timer, ago) => `${timer} s’est terminé il y a ${ago}`,
  isOver: (timer) => `${timer} est terminé`,
});
