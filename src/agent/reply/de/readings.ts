/** German: states and readings. */
import type { Reading } from '../language-pack.ts';
import type { Noun } from '../phrasing.ts';
import { stateSpeaker, verbFor } from '../wish-words.ts';
import { grammar, spokenNumber } from './wishes.ts';

/** "ist offen", "öffnet sich gerade". */
export const isInState = stateSpeaker(
  {
    on: 'an',
    off: 'aus',
    open: 'offen',
    closed: 'geschlossen',
    opening: ['öffnet sich gerade', 'öffnen sich gerade'],
    closing: ['schließt sich gerade', 'schließen sich gerade'],
    locked: 'verriegelt',
    unlocked: 'entriegelt',
    locking: ['wird gerade verriegelt', 'werden gerade verriegelt'],
    unlocking: ['wird gerade entriegelt', 'werden gerade entriegelt'],
    jammed: ['klemmt', 'klemmen'],
    playing: ['spielt', 'spielen'],
    paused: 'pausiert',
    idle: 'untätig',
    standby: 'im Standby',
    home: 'zu Hause',
    not_home: 'nicht zu Hause',
    cleaning: ['reinigt gerade', 'reinigen gerade'],
    mowing: ['mäht gerade', 'mähen gerade'],
    docked: 'an der Station',
    returning: ['fährt zur Station zurück', 'fahren zur Station zurück'],
    error: 'gestört',
    armed_home: 'für zu Hause scharf',
    armed_away: 'für abwesend scharf',
    armed_night: 'für die Nacht scharf',
    armed_vacation: 'für den Urlaub scharf',
    disarmed: 'unscharf',
    triggered: 'ausgelöst',
    armed: 'scharf',
    away: 'nicht zu Hause',
    detected: ['schlägt an', 'schlagen an'],
    clear: ['meldet nichts', 'melden nichts'],
    occupied: 'belegt',
    wet: 'nass',
    dry: 'trocken',
    low: 'schwach',
    heating: ['heizt', 'heizen'],
    cooling: ['kühlt', 'kühlen'],
  },
  grammar.is,
);

const units: Readonly<Record<string, string>> = {
  '%': 'Prozent',
  '°C': 'Grad',
  '°F': 'Grad Fahrenheit',
  W: 'Watt',
  kW: 'Kilowatt',
  Wh: 'Wattstunden',
  kWh: 'Kilowattstunden',
  V: 'Volt',
  A: 'Ampere',
  lx: 'Lux',
  hPa: 'Hektopascal',
  'm/s': 'Meter pro Sekunde',
  'km/h': 'Kilometer pro Stunde',
  ppm: 'ppm',
  min: 'Minuten',
  h: 'Stunden',
  s: 'Sekunden',
};

/** With its verb: "liegt bei 21 Grad". */
export function spokenReading(noun: Noun, reading: Reading): string {
  if (reading.kind === 'state') return isInState(noun, reading.state);
  const stands = verbFor(['liegt bei', 'liegen bei'], noun);
  if (reading.kind === 'climate') {
    const target = reading.target === null ? '' : `, eingestellt auf ${spokenNumber(reading.target)}`;
    return `${stands} ${spokenNumber(reading.current)} Grad${target}`;
  }
  const unit = reading.unit === null ? '' : (units[reading.unit] ?? reading.unit);
  return `${stands} ${spokenNumber(reading.value)} ${unit}`.trim();
}
