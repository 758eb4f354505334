/** The kinds of devices people name by a common noun, as the `class` list of the sentence files has them. */
import type { Entity } from '../../home/model/home-model.ts';

type Holds = (entity: Entity) => boolean;

type Kind = {
  readonly holds: Holds;
  /** What people may also mean by the word, where no device is exactly so. */
  readonly nearly?: Holds;
  readonly one: string;
  readonly many: string;
};

const covers =
  (...classes: readonly (string | null)[]): Holds =>
  (entity) =>
    entity.domain === 'cover' && classes.includes(entity.deviceClass);
const contacts =
  (...classes: readonly string[]): Holds =>
  ({ domain, deviceClass }) =>
    domain === 'binary_sensor' && deviceClass !== null && classes.includes(deviceClass);
const domain =
  (...names: readonly string[]): Holds =>
  (entity) =>
    names.includes(entity.domain);
const either =
  (...tests: readonly Holds[]): Holds =>
  (entity) =>
    tests.some((test) => test(entity));
/** Switches and helpers whose names say what they switch. */
const called =
  (noun: RegExp, ...domains: readonly string[]): Holds =>
  (entity) =>
    domains.includes(entity.domain) && entity.names.some((name) => noun.test(name));

/** What hangs before a window: people call one thing by the other's name. */
const hangings = covers('blind', 'shade', 'shutter', 'curtain', 'awning', null);

export const deviceClasses: Readonly<Record<string, Kind>> = {
  light: {
    holds: domain('light'),
    nearly: called(/\b(light|lamp)s?\b/i, 'switch', 'input_boolean'),
    one: 'light',
    many: 'lights',
  },
  switch: { holds: domain('switch', 'input_boolean'), one: 'switch', many: 'switches' },
  fan: { holds: domain('fan'), nearly: called(/\bfans?\b/i, 'switch'), one: 'fan', many: 'fans' },
  climate: {
    holds: domain('climate'),
    nearly: called(/\b(heat(er|ing|ers| pump)|radiator)s?\b/i, 'switch', 'input_boolean', 'water_heater'),
    one: 'thermostat',
    many: 'thermostats',
  },
  lock: { holds: domain('lock'), one: 'lock', many: 'locks' },
  door: {
    holds: either(covers('door'), domain('lock'), contacts('door')),
    nearly: either(covers('garage', 'gate'), contacts('garage_door', 'opening')),
    one: 'door',
    many: 'doors',
  },
  garage_door: {
    holds: either(covers('garage'), contacts('garage_door')),
    nearly: called(/\bgarage\b/i, 'cover'),
    one: 'garage door',
    many: 'garage doors',
  },
  gate: { holds: covers('gate'), nearly: called(/\bgate\b/i, 'cover', 'lock'), one: 'gate', many: 'gates' },
  window: { holds: either(covers('window'), contacts('window')), one: 'window', many: 'windows' },
  blind: { holds: covers('blind'), nearly: hangings, one: 'blind', many: 'blinds' },
  shade: { holds: covers('shade'), nearly: hangings, one: 'shade', many: 'shades' },
  shutter: { holds: covers('shutter'), nearly: hangings, one: 'shutter', many: 'shutters' },
  curtain: { holds: covers('curtain'), nearly: hangings, one: 'curtain', many: 'curtains' },
  awning: { holds: covers('awning'), nearly: hangings, one: 'awning', many: 'awnings' },
  cover: { holds: domain('cover'), one: 'cover', many: 'covers' },
  media: { holds: domain('media_player'), one: 'media player', many: 'media players' },
  vacuum: { holds: domain('vacuum'), one: 'vacuum', many: 'vacuums' },
  mower: { holds: domain('lawn_mower'), one: 'lawn mower', many: 'lawn mowers' },
  valve: { holds: domain('valve'), one: 'valve', many: 'valves' },
  sprinkler: {
    holds: called(/\b(sprinkler|irrigation)/i, 'valve', 'switch'),
    nearly: domain('valve'),
    one: 'sprinkler',
    many: 'sprinklers',
  },
  humidifier: { holds: domain('humidifier'), one: 'humidifier', many: 'humidifiers' },
  water_heater: { holds: domain('water_heater'), one: 'water heater', many: 'water heaters' },
  alarm: { holds: domain('alarm_control_panel'), one: 'alarm', many: 'alarms' },
  list: { holds: domain('todo'), one: 'list', many: 'lists' },
  person: {
    holds: domain('person'),
    nearly: domain('device_tracker'),
    one: 'person',
    many: 'people',
  },
  weather: { holds: domain('weather'), one: 'weather', many: 'weather' },
  motion: { holds: contacts('motion', 'moving'), one: 'motion sensor', many: 'motion sensors' },
  smoke: { holds: contacts('smoke'), one: 'smoke alarm', many: 'smoke alarms' },
  moisture: { holds: contacts('moisture'), one: 'leak sensor', many: 'leak sensors' },
  battery: {
    holds: either(
      contacts('battery'),
      ({ domain: kind, deviceClass }) => kind === 'sensor' && deviceClass === 'battery',
    ),
    one: 'battery',
    many: 'batteries',
  },
  occupancy: {
    holds: contacts('occupancy', 'presence'),
    nearly: contacts('motion'),
    one: 'occupancy sensor',
    many: 'occupancy sensors',
  },
  opening: { holds: contacts('opening', 'door', 'window'), one: 'opening', many: 'openings' },
  /** What should not stand open when nobody is home. */
  openable: {
    holds: either(
      covers('door', 'garage', 'gate', 'window'),
      contacts('opening', 'door', 'window', 'garage_door'),
    ),
    one: 'door or window',
    many: 'doors and windows',
  },
  /** What "everything" means: what people switch off when they leave. */
  everything: { holds: domain('light', 'fan', 'media_player', 'switch'), one: 'device', many: 'devices' },
};

/** Sensors by what they measure, as the `measure` list has them. */
export function measures(entity: Entity, measure: string): boolean {
  return entity.domain === 'sensor' && entity.deviceClass === measure;
}

/** The kind all of them are of. */
export function kindOf(entities: readonly Entity[]): string | null {
  const kinds = Object.entries(deviceClasses).find(
    ([, { holds }]) => entities.length > 0 && entities.every(holds),
  );
  return kinds?.[0] ?? null;
}
