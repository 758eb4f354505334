/** A house of the evaluation sets with many more rooms and devices of the usual kinds around its own. */
import type { DemoArea, DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';

const roomNames = [
  ...[
    'Library',
    'Workshop',
    'Attic',
    'Laundry',
    'Pantry',
    'Studio',
    'Sauna',
    'Gym',
    'Lounge',
    'Conservatory',
  ],
  ...['Playroom', 'Cellar', 'Hallway', 'Landing', 'Utility Room', 'Music Room', 'Sun Room', 'Wine Cellar'],
  ...['Guest Bathroom', 'Main Bathroom', 'Dressing Room', 'Home Cinema', 'Boiler Room', 'Carport', 'Terrace'],
  ...['Balcony', 'Greenhouse', 'Pool House', 'Boot Room', 'Nursery', 'Sewing Room', 'Server Room', 'Porch'],
  ...['Summer House', 'Stables', 'East Wing', 'West Wing', 'Tower', 'Chapel', 'Orangery', 'Loft'],
];

const dimmable = { supported_color_modes: ['brightness'] };
const measured = (deviceClass: string, unit: string) => ({
  device_class: deviceClass,
  unit_of_measurement: unit,
});

type Thing = Pick<DemoEntity, 'state' | 'attributes'> & { readonly domain: string; readonly word: string };

/** What is in every room, as often as in homes that have a thousand of them: half of it measures. */
const everywhere: readonly Thing[] = [
  { domain: 'light', word: 'Ceiling Light', state: 'off', attributes: dimmable },
  { domain: 'light', word: 'Wall Lamp', state: 'off', attributes: dimmable },
  { domain: 'light', word: 'Floor Lamp', state: 'on', attributes: dimmable },
  { domain: 'switch', word: 'Outlet', state: 'on', attributes: { device_class: 'outlet' } },
  { domain: 'switch', word: 'Charger', state: 'off' },
  {
    domain: 'climate',
    word: 'Radiator',
    state: 'heat',
    attributes: { supported_features: 385, temperature: 20 },
  },
  {
    domain: 'cover',
    word: 'Blind',
    state: 'open',
    attributes: { device_class: 'blind', supported_features: 15 },
  },
  { domain: 'sensor', word: 'Temperature', state: '20.5', attributes: measured('temperature', '°C') },
  { domain: 'sensor', word: 'Humidity', state: '48', attributes: measured('humidity', '%') },
  { domain: 'sensor', word: 'Outlet Power', state: '3', attributes: measured('power', 'W') },
  { domain: 'sensor', word: 'Outlet Energy', state: '12.4', attributes: measured('energy', 'kWh') },
  { domain: 'sensor', word: 'Motion Battery', state: '88', attributes: measured('battery', '%') },
  { domain: 'sensor', word: 'Window Battery', state: '71', attributes: measured('battery', '%') },
  { domain: 'sensor', word: 'Radiator Valve', state: '30' },
  { domain: 'sensor', word: 'Illuminance', state: '120', attributes: measured('illuminance', 'lx') },
  { domain: 'sensor', word: 'Signal', state: '-61', attributes: measured('signal_strength', 'dBm') },
  { domain: 'binary_sensor', word: 'Motion', state: 'off', attributes: { device_class: 'motion' } },
  { domain: 'binary_sensor', word: 'Window', state: 'off', attributes: { device_class: 'window' } },
  { domain: 'binary_sensor', word: 'Smoke', state: 'off', attributes: { device_class: 'smoke' } },
  { domain: 'scene', word: 'Evening', state: 'unknown' },
];
/** In every third room. */
const here: readonly Thing[] = [
  { domain: 'media_player', word: 'Speaker', state: 'idle', attributes: { supported_features: 20_925 } },
  { domain: 'fan', word: 'Fan', state: 'off', attributes: { supported_features: 57 } },
  {
    domain: 'cover',
    word: 'Curtain',
    state: 'open',
    attributes: { device_class: 'curtain', supported_features: 15 },
  },
  { domain: 'light', word: 'Reading Light', state: 'off', attributes: dimmable },
];

/** The house itself comes first; nothing that is added bears a name of its own. */
export function grownHouse(house: DemoHouse, entityCount: number): DemoHouse {
  const rooms = freshRooms(house);
  const added = rooms.flatMap((area, at) =>
    [...everywhere, ...(at % 3 === 0 ? here : [])].map((thing) => entityOf(thing, area)),
  );
  const missing = Math.max(0, entityCount - house.entities.length);
  const floorIds = house.floors.map(({ id }) => id);
  return {
    ...house,
    areas: [
      ...house.areas,
      ...rooms.map((area, at) => ({ ...area, floor: floorIds[at % Math.max(1, floorIds.length)] ?? null })),
    ],
    entities: [...house.entities, ...added.slice(0, missing)],
  };
}

/** The same rooms again, with a number, where they are not enough. */
function freshRooms({ areas }: DemoHouse): readonly DemoArea[] {
  const taken = new Set(areas.map(({ name }) => name.toLowerCase()));
  const names = [1, 2, 3, 4, 5, 6].flatMap((round) =>
    roomNames.map((name) => (round === 1 ? name : `${name} ${round}`)),
  );
  return names
    .filter((name) => !taken.has(name.toLowerCase()))
    .map((name) => ({ id: `grown_${slug(name)}`, name, floor: null }));
}

function entityOf({ domain, word, ...thing }: Thing, { id, name }: DemoArea): DemoEntity {
  return { ...thing, id: `${domain}.${slug(`${name} ${word}`)}_grown`, name: `${name} ${word}`, area: id };
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
