/** French: states and readings. */
import type { Reading } from '../language-pack.ts';
import type { Noun } from '../phrasing.ts';
import { stateSpeaker } from '../wish-words.ts';
import { agreeing } from './nouns.ts';
import { grammar, spokenNumber } from './wishes.ts';

/** "est ouverte", "se ferme"; ": c’est ouvert" after a name that tells no gender. */
export const isInState = stateSpeaker(
  {
    on: agreeing('allumé'),
    off: agreeing('éteint'),
    open: agreeing('ouvert'),
    closed: agreeing('fermé'),
    opening: ['s’ouvre', 's’ouvrent'],
    closing: ['se ferme', 'se ferment'],
    locked: agreeing('verrouillé'),
    unlocked: agreeing('déverrouillé'),
    locking: ['se verrouille', 'se verrouillent'],
    unlocking: ['se déverrouille', 'se déverrouillent'],
    jammed: agreeing('bloqué'),
    playing: 'en lecture',
    paused: 'en pause',
    idle: 'au repos',
    standby: 'en veille',
    home: 'à la maison',
    not_home: ['n’est pas à la maison', 'ne sont pas à la maison'],
    cleaning: ['nettoie', 'nettoient'],
    mowing: ['tond', 'tondent'],
    docked: 'à la base',
    returning: ['retourne à la base', 'retournent à la base'],
    error: 'en erreur',
    armed_home: 'en mode présence',
    armed_away: 'en mode absence',
    armed_night: 'en mode nuit',
    armed_vacation: 'en mode vacances',
    disarmed: agreeing('désarmé'),
    triggered: agreeing('déclenché'),
    armed: agreeing('armé'),
    away: ['n’est pas à la maison', 'ne sont pas à la maison'],
    detected: agreeing('déclenché'),
    clear: ['ne signale rien', 'ne signalent rien'],
    occupied: agreeing('occupé'),
    wet: agreeing('mouillé'),
    dry: ['ne signale pas d’eau', 'ne signalent pas d’eau'],
    low: ['est faible', 'sont faibles'],
    heating: ['chauffe', 'chauffent'],
    cooling: ['refroidit', 'refroidissent'],
  },
  grammar.is,
);

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  '%': ['pour cent', 'pour cent'],
  '°C': ['degré', 'degrés'],
  '°F': ['degré Fahrenheit', 'degrés Fahrenheit'],
  W: ['watt', 'watts'],
  kW: ['kilowatt', 'kilowatts'],
  Wh: ['wattheure', 'wattheures'],
  kWh: ['kilowattheure', 'kilowattheures'],
  V: ['volt', 'volts'],
  A: ['ampère', 'ampères'],
  lx: ['lux', 'lux'],
  hPa: ['hectopascal', 'hectopascals'],
  'm/s': ['mètre par seconde', 'mètres par seconde'],
  'km/h': ['kilomètre par heure', 'kilomètres par heure'],
  ppm: ['ppm', 'ppm'],
  min: ['minute', 'minutes'],
  h: ['heure', 'heures'],
  s: ['seconde', 'secondes'],
};

function withUnit(value: number, unit: string | null): string {
  if (unit === null) return spokenNumber(value);
  // In French everything below two is singular.
  const word = units[unit]?.[Math.abs(value) < 2 ? 0 : 1] ?? unit;
  return `${spokenNumber(value)} ${word}`;
}

/** With its verb: "est à 21 degrés". */
export function spokenReading(noun: Noun, reading: Reading): string {
  if (reading.kind === 'state') return isInState(noun, reading.state);
  const is = noun.isPlural ? 'sont' : 'est';
  if (reading.kind === 'number') return `${is} à ${withUnit(reading.value, reading.unit)}`;
  const target = reading.target === null ? '' : `, consigne ${spokenNumber(reading.target)}`;
  return `${is} à ${withUnit(reading.current, '°C')}${target}`;
}
