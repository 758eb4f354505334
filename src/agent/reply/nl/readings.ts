/** Dutch: states and readings. */
import type { Reading } from '../language-pack.ts';
import type { Noun } from '../phrasing.ts';
import { stateSpeaker, verbFor } from '../wish-words.ts';
import { grammar, spokenNumber } from './wishes.ts';

/** "is open", "gaat dicht". */
export const isInState = stateSpeaker(
  {
    on: 'aan',
    off: 'uit',
    open: 'open',
    closed: 'dicht',
    opening: ['gaat open', 'gaan open'],
    closing: ['gaat dicht', 'gaan dicht'],
    locked: 'op slot',
    unlocked: 'van het slot',
    locking: ['wordt vergrendeld', 'worden vergrendeld'],
    unlocking: ['wordt ontgrendeld', 'worden ontgrendeld'],
    jammed: 'vastgelopen',
    playing: 'aan het spelen',
    paused: 'gepauzeerd',
    idle: 'inactief',
    standby: 'stand-by',
    home: 'thuis',
    not_home: 'niet thuis',
    cleaning: 'aan het schoonmaken',
    mowing: 'aan het maaien',
    docked: 'bij het laadstation',
    returning: ['gaat terug naar het laadstation', 'gaan terug naar het laadstation'],
    error: 'in storing',
    armed_home: 'ingeschakeld voor thuis',
    armed_away: 'ingeschakeld voor afwezig',
    armed_night: 'ingeschakeld voor de nacht',
    armed_vacation: 'ingeschakeld voor de vakantie',
    disarmed: 'uitgeschakeld',
    triggered: 'afgegaan',
    armed: 'ingeschakeld',
    away: 'niet thuis',
    detected: ['meldt iets', 'melden iets'],
    clear: ['meldt niets', 'melden niets'],
    occupied: 'bezet',
    wet: 'nat',
    dry: 'droog',
    low: 'zwak',
    heating: ['verwarmt', 'verwarmen'],
    cooling: ['koelt', 'koelen'],
  },
  grammar.is,
);

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  '%': ['procent', 'procent'],
  '°C': ['graad', 'graden'],
  '°F': ['graad Fahrenheit', 'graden Fahrenheit'],
  W: ['watt', 'watt'],
  kW: ['kilowatt', 'kilowatt'],
  Wh: ['wattuur', 'wattuur'],
  kWh: ['kilowattuur', 'kilowattuur'],
  V: ['volt', 'volt'],
  A: ['ampère', 'ampère'],
  lx: ['lux', 'lux'],
  hPa: ['hectopascal', 'hectopascal'],
  'm/s': ['meter per seconde', 'meter per seconde'],
  'km/h': ['kilometer per uur', 'kilometer per uur'],
  ppm: ['ppm', 'ppm'],
  min: ['minuut', 'minuten'],
  h: ['uur', 'uur'],
  s: ['seconde', 'seconden'],
};

function withUnit(value: number, unit: string | null): string {
  if (unit === null) return spokenNumber(value);
  const word = units[unit]?.[Math.abs(value) === 1 ? 0 : 1] ?? unit;
  return `${spokenNumber(value)} ${word}`;
}

/** With its verb: "staat op 21 graden". */
export function spokenReading(noun: Noun, reading: Reading): string {
  if (reading.kind === 'state') return isInState(noun, reading.state);
  const stands = verbFor(['staat op', 'staan op'], noun);
  if (reading.kind === 'number') return `${stands} ${withUnit(reading.value, reading.unit)}`;
  const target = reading.target === null ? '' : `, ingesteld op ${spokenNumber(reading.target)}`;
  const measures = verbFor(['meet', 'meten'], noun);
  return `${measures} ${withUnit(reading.current, '°C')}${target}`;
}
