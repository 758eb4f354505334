/** Spanish: states and readings. */
import type { Reading } from '../language-pack.ts';
import type { Noun } from '../phrasing.ts';
import { stateSpeaker } from '../wish-words.ts';
import { agreeing } from './nouns.ts';
import { grammar, spokenNumber } from './wishes.ts';

/** "está abierta", "se está cerrando". */
export const isInState = stateSpeaker(
  {
    on: agreeing('encendido'),
    off: agreeing('apagado'),
    open: agreeing('abierto'),
    closed: agreeing('cerrado'),
    opening: ['se está abriendo', 'se están abriendo'],
    closing: ['se está cerrando', 'se están cerrando'],
    locked: agreeing('bloqueado'),
    unlocked: agreeing('desbloqueado'),
    locking: ['se está bloqueando', 'se están bloqueando'],
    unlocking: ['se está desbloqueando', 'se están desbloqueando'],
    jammed: agreeing('atascado'),
    playing: 'en reproducción',
    paused: 'en pausa',
    idle: 'en reposo',
    standby: 'en espera',
    home: 'en casa',
    not_home: ['no está en casa', 'no están en casa'],
    cleaning: 'limpiando',
    mowing: 'cortando el césped',
    docked: 'en la base',
    returning: ['vuelve a la base', 'vuelven a la base'],
    error: 'con un error',
    armed_home: 'en modo en casa',
    armed_away: 'en modo ausente',
    armed_night: 'en modo noche',
    armed_vacation: 'en modo vacaciones',
    disarmed: agreeing('desarmado'),
    triggered: agreeing('disparado'),
    armed: agreeing('armado'),
    away: ['no está en casa', 'no están en casa'],
    detected: agreeing('activado'),
    clear: ['no detecta nada', 'no detectan nada'],
    occupied: agreeing('ocupado'),
    wet: agreeing('mojado'),
    dry: agreeing('seco'),
    low: agreeing('bajo'),
    heating: 'calentando',
    cooling: 'enfriando',
  },
  grammar.is,
);

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  '%': ['por ciento', 'por ciento'],
  '°C': ['grado', 'grados'],
  '°F': ['grado Fahrenheit', 'grados Fahrenheit'],
  W: ['vatio', 'vatios'],
  kW: ['kilovatio', 'kilovatios'],
  Wh: ['vatio hora', 'vatios hora'],
  kWh: ['kilovatio hora', 'kilovatios hora'],
  V: ['voltio', 'voltios'],
  A: ['amperio', 'amperios'],
  lx: ['lux', 'lux'],
  hPa: ['hectopascal', 'hectopascales'],
  'm/s': ['metro por segundo', 'metros por segundo'],
  'km/h': ['kilómetro por hora', 'kilómetros por hora'],
  ppm: ['ppm', 'ppm'],
  min: ['minuto', 'minutos'],
  h: ['hora', 'horas'],
  s: ['segundo', 'segundos'],
};

function withUnit(value: number, unit: string | null): string {
  if (unit === null) return spokenNumber(value);
  const word = units[unit]?.[Math.abs(value) === 1 ? 0 : 1] ?? unit;
  return `${spokenNumber(value)} ${word}`;
}

/** With its verb: "está a 21 grados". */
export function spokenReading(noun: Noun, reading: Reading): string {
  if (reading.kind === 'state') return isInState(noun, reading.state);
  if (reading.kind === 'number') {
    const is = noun.isPlural ? 'marcan' : 'marca';
    return `${is} ${withUnit(reading.value, reading.unit)}`;
  }
  const target = reading.target === null ? '' : `, con consigna de ${spokenNumber(reading.target)}`;
  return `${noun.isPlural ? 'están' : 'está'} a ${withUnit(reading.current, '°C')}${target}`;
}
