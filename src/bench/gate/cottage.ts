/** A second English home for the gate's tasks: other names, other rooms and other kinds than the demo home has. */
import type { DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';
import { listFeatures } from '../../home/demo/list-items.ts';
import {
  alarmFeatures,
  climateFeatures,
  cover,
  dimmable,
  fanFeatures,
  plain,
  playerFeatures,
  vacuumFeatures,
  white,
} from '../../home/demo/house/traits.ts';

const rooms = [
  ...['Lounge', 'Scullery', 'Snug', 'Landing', 'Master Bedroom'],
  ...['Nursery', 'Conservatory', 'Utility', 'Garden'],
];
const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '_');

type Traits = { readonly state: string; readonly attributes?: Readonly<Record<string, unknown>> };

const device = (domain: string, name: string, area: string | null, traits: Traits): DemoEntity => ({
  ...{ id: `${domain}.${idOf(name)}`, name, area: area === null ? null : idOf(area) },
  ...traits,
});
const lamp = (name: string, area: string, state: string, attributes: Traits['attributes'] = dimmable) =>
  device('light', name, area, { state, attributes });
const socket = (name: string, area: string | null, state: string) =>
  device('switch', name, area, { state, attributes: {} });
const radiator = (name: string, area: string, temperature: number) =>
  device('climate', name, area, {
    state: 'heat',
    attributes: {
      ...{ supported_features: climateFeatures, hvac_modes: ['off', 'heat'], min_temp: 7, max_temp: 30 },
      ...{ temperature, current_temperature: 18.5, target_temp_step: 0.5 },
    },
  });
const player = (name: string, area: string) =>
  device('media_player', name, area, {
    state: 'playing',
    attributes: {
      ...{ supported_features: playerFeatures, volume_level: 0.4, is_volume_muted: false },
      ...{ source_list: ['Films', 'Games'], source: 'Films' },
    },
  });
const list = (name: string, items: readonly string[]): DemoEntity => ({
  ...device('todo', name, null, {
    state: String(items.length),
    attributes: { supported_features: listFeatures.create + listFeatures.delete + listFeatures.update },
  }),
  items,
});
const routine = (
  domain: 'scene' | 'script',
  name: string,
  entityId: string,
  service: string,
): DemoEntity => ({
  ...device(domain, name, null, { state: domain === 'scene' ? 'unknown' : 'off' }),
  calls: [{ service, entityIds: [entityId] }],
});

export const cottage: DemoHouse = {
  floors: [],
  areas: rooms.map((name) => ({ id: idOf(name), name, floor: null })),
  entities: [
    lamp('Uplighter', 'Lounge', 'on', { ...dimmable, brightness: 200 }),
    lamp('Lounge Spots', 'Lounge', 'on', { ...white, brightness: 200 }),
    lamp('Fairy Lights', 'Lounge', 'off', plain),
    { ...player('Projector', 'Lounge'), id: 'media_player.tv' },
    radiator('Central Heating', 'Lounge', 20),
    lamp('Scullery Strip', 'Scullery', 'off', plain),
    socket('Kettle', 'Scullery', 'off'),
    socket('Dishwasher', 'Scullery', 'off'),
    lamp('Reading Lamp', 'Snug', 'off'),
    player('Hi-Fi', 'Snug'),
    lamp('Landing', 'Landing', 'on', { ...dimmable, brightness: 255 }),
    { ...device('assist_satellite', 'Landing Satellite', 'Landing', { state: 'idle' }), hidden: true },
    { ...device('assist_satellite', 'Scullery Satellite', 'Scullery', { state: 'idle' }), hidden: true },
    device('lock', 'Porch Door', 'Landing', { state: 'unlocked', attributes: { supported_features: 0 } }),
    lamp('Pendant', 'Master Bedroom', 'on', { ...dimmable, brightness: 255 }),
    socket('Electric Blanket', 'Master Bedroom', 'off'),
    device('cover', 'Roman Blind', 'Master Bedroom', { state: 'open', attributes: cover('blind', 100) }),
    radiator('Bedroom Radiator', 'Master Bedroom', 20),
    lamp('Moon', 'Nursery', 'on', { ...dimmable, brightness: 30 }),
    device('fan', 'Nursery Fan', 'Nursery', {
      state: 'on',
      attributes: { supported_features: fanFeatures, percentage: 50, percentage_step: 10 },
    }),
    device('cover', 'Awning', 'Conservatory', { state: 'closed', attributes: cover('awning', 0) }),
    device('cover', 'Velux', 'Conservatory', { state: 'open', attributes: cover('window', 100) }),
    socket('Washing Machine', 'Utility', 'on'),
    device('vacuum', 'Dusty', 'Utility', {
      state: 'cleaning',
      attributes: { supported_features: vacuumFeatures },
    }),
    socket('Pond Pump', 'Garden', 'on'),
    socket('Hot Tub', 'Garden', 'off'),
    lamp('Floodlight', 'Garden', 'off', plain),
    device('cover', 'Drive Gates', 'Garden', { state: 'open', attributes: cover('gate', 100) }),
    device('alarm_control_panel', 'House Alarm', null, {
      state: 'disarmed',
      attributes: { supported_features: alarmFeatures, code_format: null, code_arm_required: false },
    }),
    device('input_boolean', 'Holiday Mode', null, { state: 'off' }),
    routine('scene', 'Cosy Evening', 'light.fairy_lights', 'turn_on'),
    routine('scene', 'Bright Morning', 'light.pendant', 'turn_on'),
    routine('script', 'Bedtime', 'light.pendant', 'turn_off'),
    list('Groceries', ['Eggs', 'Bread']),
    { ...list('Jobs', ['Fix the gate']), id: 'todo.list' },
    { ...device('calendar', 'Family Calendar', null, { state: 'off' }), id: 'calendar.family', events: [] },
    device('weather', 'Weather', null, {
      state: 'cloudy',
      attributes: { temperature: 11, temperature_unit: '°C', humidity: 60, supported_features: 1 + 2 },
    }),
  ],
};
