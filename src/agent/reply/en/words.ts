/** English: names, kinds, states and units in a sentence. */
import { deviceClasses } from '../../understand/device-classes.ts';
import type { Place } from '../../understand/mention.ts';
import type { Reading, Subject } from '../language-pack.ts';
import { counter, listWith, lowerWords, numberWith } from '../phrasing.ts';

/** "three"; digits above twelve. */
export const count = counter('no one two three four five six seven eight nine ten eleven twelve');

const spokenNumber = numberWith('.', 'minus');

/** "a, b and c". */
export const list = (items: readonly string[]): string => listWith('and', items);

/** "a, b or c". */
export const either = (items: readonly string[]): string => listWith('or', items);

/** "the front door"; names that bring an article or a possessor keep theirs. */
export function theName(name: string): string {
  return /^(the|my|our|[\p{L}]+['’]s) /iu.test(name) ? lowerWords(name) : `the ${lowerWords(name)}`;
}

/** "is" or "are", by the last word of a name: "blinds", but not "glass" or "bus". */
export function isOrAre(name: string): 'is' | 'are' {
  return /[^su]s$/i.test(name) ? 'are' : 'is';
}

export function kindOf(className: string): { readonly one: string; readonly many: string } {
  return deviceClasses[className] ?? { one: 'device', many: 'devices' };
}

/** "in the kitchen", "on the first floor", "upstairs". */
export function inPlace({ kind, name }: Place): string {
  const place = lowerWords(name);
  if (kind === 'floor' && /^(?:up|down)stairs$/.test(place)) return place;
  return `${kind === 'area' ? 'in' : 'on'} the ${place}`;
}

/** What a sentence is about: `bare` without an article, `full` with it. */
export function phraseOf(subject: Subject): {
  readonly bare: string;
  readonly full: string;
  readonly isPlural: boolean;
} {
  if (subject.by === 'name') {
    const { names } = subject;
    const bare = list(names.map(lowerWords));
    return { bare, full: list(names.map(theName)), isPlural: names.length > 1 || isOrAre(bare) === 'are' };
  }
  const { many } = kindOf(subject.className ?? '');
  if (subject.by === 'count') {
    const bare = `${count(subject.count)} ${many}`;
    return { bare, full: bare, isPlural: true };
  }
  if (subject.place === null) return { bare: `all ${many}`, full: `all ${many}`, isPlural: true };
  const { place } = subject;
  const bare = place.kind === 'area' ? `${lowerWords(place.name)} ${many}` : `${many} ${inPlace(place)}`;
  return { bare, full: `the ${bare}`, isPlural: true };
}

const stateNames: Readonly<Record<string, string>> = { detected: 'triggered', not_home: 'away' };

export const spokenState = (state: string): string => stateNames[state] ?? state.replaceAll('_', ' ');

const units: Readonly<Record<string, string>> = {
  '%': 'percent',
  '°C': 'degrees',
  '°F': 'degrees',
  W: 'watts',
  kW: 'kilowatts',
  Wh: 'watt hours',
  kWh: 'kilowatt hours',
  V: 'volts',
  A: 'amperes',
  lx: 'lux',
  hPa: 'hectopascals',
  'm/s': 'metres per second',
  'km/h': 'kilometres per hour',
  ppm: 'parts per million',
  min: 'minutes',
  h: 'hours',
  s: 'seconds',
};

export function spokenReading(reading: Reading): string {
  if (reading.kind === 'state') return spokenState(reading.state);
  if (reading.kind === 'climate') {
    const target = reading.target === null ? '' : `, set to ${spokenNumber(reading.target)}`;
    return `at ${spokenNumber(reading.current)} degrees${target}`;
  }
  const unit = reading.unit === null ? '' : (units[reading.unit] ?? reading.unit);
  const at = reading.isLevel === true ? 'at ' : '';
  return `${at}${spokenNumber(reading.value)} ${unit}`.trim();
}

/** "two degrees higher": a signed number with the words for up and down. */
export function degrees(value: number): string {
  return `${spokenNumber(value)} ${Math.abs(value) === 1 ? 'degree' : 'degrees'}`;
}
