/** Spanish: timers. */
import { timerWords } from '../timer-words.ts';
import { inPlace, list } from './nouns.ts';

export const timers = timerWords({
  language: 'es',
  list,
  called: (name, length) => (name === null ? `el temporizador de ${length}` : `el temporizador ${name}`),
  set: (name, length) => `temporizador ${name === null ? '' : `${name} `}en marcha: ${length}`,
  ringsHere: 'te avisaré aquí mientras este programa siga abierto',
  ringsNowhere: 'aquí no puedo sonar, pregúntame cuánto queda',
  tooMany: 'ya hay demasiados temporizadores, cancela uno primero',
  tooLong: 'no puedo mantener un temporizador más de una semana',
  noLength: 'di cuánto debe durar el temporizador',
  none: 'no hay ningún temporizador en marcha',
  noneCalled: (name) => `no hay ningún temporizador ${name}`,
  noneOf: (length) => `no hay ningún temporizador de ${length}`,
  noneIn: (place) => `no hay ningún temporizador ${inPlace(place)}`,
  which: (several) => `hay varios: ${several}. Di cuál`,
  cancelled: (timer) => `${timer} está cancelado`,
  cancelledAll: (count) => `los ${count} temporizadores están cancelados`,
  paused: (timer, left) => `${timer} está en pausa con ${left}`,
  wasPaused: (timer) => `${timer} ya estaba en pausa`,
  resumed: (timer, left) => `${timer} sigue con ${left}`,
  wasRunning: (timer) => `${timer} ya estaba en marcha`,
  hasLeft: (timer, left) => `${remain(left)} ${left} para ${timer}`,
  hasOnlyLeft: (timer, left) => `solo ${remain(left)} ${left} para ${timer}, no he cambiado nada`,
  isPausedWith: (timer, left) => `${timer} está en pausa con ${left}`,
  endedAgo: (timer, ago) => `${timer} terminó hace ${ago}`,
  isOver: (timer) => `${timer} ha terminado`,
});

/** "queda 1 minuto", "quedan 2 minutos". */
function remain(left: string): string {
  return left.startsWith('1 ') ? 'queda' : 'quedan';
}
