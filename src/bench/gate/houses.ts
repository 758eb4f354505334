/** Homes in other languages for the gate's tasks: a few rooms each, with the names people there give. */
import type { DemoEntity, DemoEvent, DemoHouse } from '../../home/demo/demo-entity.ts';
import { demoHouse } from '../../home/demo/house.ts';
import { listFeatures } from '../../home/demo/list-items.ts';
import { cottage } from './cottage.ts';
import {
  climateFeatures,
  cover,
  dimmable,
  playerFeatures,
  vacuumFeatures,
} from '../../home/demo/house/traits.ts';

type Words = {
  readonly areas: readonly [living: string, kitchen: string, bedroom: string, hall: string];
  readonly livingLamp: string;
  readonly kitchenLight: string;
  readonly otherKitchenLight?: string;
  readonly bedLamp: string;
  readonly tv: string;
  readonly heating: string;
  readonly shutter: string;
  readonly door: string;
  readonly list: string;
  readonly vacuum: string;
  readonly calendar: string;
};

const words: Readonly<Record<string, Words>> = {
  de: {
    areas: ['Wohnzimmer', 'Küche', 'Schlafzimmer', 'Flur'],
    livingLamp: 'Stehlampe',
    kitchenLight: 'Küchenlicht',
    otherKitchenLight: 'Herdlicht',
    bedLamp: 'Nachttischlampe',
    tv: 'Fernseher',
    heating: 'Heizung',
    shutter: 'Rollladen Schlafzimmer',
    door: 'Haustür',
    list: 'Einkaufsliste',
    vacuum: 'Saugroboter',
    calendar: 'Familienkalender',
  },
  fr: {
    areas: ['Salon', 'Cuisine', 'Chambre', 'Entrée'],
    livingLamp: 'Lampe du salon',
    kitchenLight: 'Plafonnier cuisine',
    bedLamp: 'Lampe de chevet',
    tv: 'Télé',
    heating: 'Chauffage',
    shutter: 'Volet de la chambre',
    door: "Porte d'entrée",
    list: 'Liste de courses',
    vacuum: 'Aspirateur',
    calendar: 'Calendrier familial',
  },
  es: {
    areas: ['Salón', 'Cocina', 'Dormitorio', 'Entrada'],
    livingLamp: 'Lámpara del salón',
    kitchenLight: 'Luz de la cocina',
    bedLamp: 'Lámpara de noche',
    tv: 'Tele',
    heating: 'Calefacción',
    shutter: 'Persiana del dormitorio',
    door: 'Puerta principal',
    list: 'Lista de la compra',
    vacuum: 'Robot aspirador',
    calendar: 'Calendario familiar',
  },
  nl: {
    areas: ['Woonkamer', 'Keuken', 'Slaapkamer', 'Hal'],
    livingLamp: 'Staande lamp',
    kitchenLight: 'Keukenlamp',
    bedLamp: 'Bedlampje',
    tv: 'TV',
    heating: 'Verwarming',
    shutter: 'Rolluik slaapkamer',
    door: 'Voordeur',
    list: 'Boodschappenlijst',
    vacuum: 'Stofzuiger',
    calendar: 'Gezinskalender',
  },
};

const idOf = (name: string): string => name.toLowerCase();

function houseOf(own: Words): DemoHouse {
  const [living, kitchen, bedroom, hall] = own.areas;
  const light = (id: string, name: string, area: string, state: string): DemoEntity => ({
    ...{ id: `light.${id}`, name, area: idOf(area), state },
    attributes: { ...dimmable, ...(state === 'on' && { brightness: 200 }) },
  });
  const thermostat = {
    ...{ supported_features: climateFeatures, hvac_modes: ['off', 'heat'], min_temp: 7, max_temp: 30 },
    ...{ temperature: 20, current_temperature: 19, target_temp_step: 0.5 },
  };
  const player = { supported_features: playerFeatures, volume_level: 0.6, is_volume_muted: false };
  return {
    floors: [],
    areas: own.areas.map((name) => ({ id: idOf(name), name, floor: null })),
    entities: [
      light('living', own.livingLamp, living, 'on'),
      light('kitchen', own.kitchenLight, kitchen, 'off'),
      ...(own.otherKitchenLight === undefined ? [] : [light('stove', own.otherKitchenLight, kitchen, 'off')]),
      light('bed', own.bedLamp, bedroom, 'on'),
      { id: 'media_player.tv', name: own.tv, area: idOf(living), state: 'on', attributes: player },
      { id: 'climate.heating', name: own.heating, area: idOf(living), state: 'heat', attributes: thermostat },
      {
        id: 'cover.bedroom',
        name: own.shutter,
        area: idOf(bedroom),
        state: 'open',
        attributes: cover('shutter', 100),
      },
      {
        id: 'lock.door',
        name: own.door,
        area: idOf(hall),
        state: 'unlocked',
        attributes: { supported_features: 0 },
      },
      {
        ...{ id: 'vacuum.robot', name: own.vacuum, area: idOf(living), state: 'docked' },
        attributes: { supported_features: vacuumFeatures },
      },
      {
        ...{ id: 'todo.list', name: own.list, area: null, state: '0', items: [] },
        attributes: { supported_features: listFeatures.create + listFeatures.delete + listFeatures.update },
      },
      { id: 'calendar.family', name: own.calendar, area: null, state: 'off', events: [] },
    ],
  };
}

/** By the language of its names, or its own name. */
export function gateHouse(house: string): DemoHouse {
  if (house === 'cottage') return cottage;
  const own = words[house];
  return own === undefined ? busyHouse : houseOf(own);
}

/** Players play and robots are at work, so that they can be stopped. */
const busy: Readonly<Record<string, string>> = {
  'media_player.tv': 'playing',
  'media_player.kitchen_speaker': 'playing',
  'vacuum.robot_vacuum': 'cleaning',
  'lawn_mower.lawn_mower': 'mowing',
};

const busyHouse: DemoHouse = {
  ...demoHouse,
  entities: demoHouse.entities.map((entity) => ({ ...entity, state: busy[entity.id] ?? entity.state })),
};

/** The home with a stranger's text where strangers can write. */
export function plantedHouse(name: string, carrier: string, text: string): DemoHouse {
  const house = gateHouse(name);
  const listId = house === busyHouse ? 'todo.chores' : 'todo.list';
  const change = (id: string, more: (entity: DemoEntity) => Partial<DemoEntity>): DemoHouse => ({
    ...house,
    entities: house.entities.map((entity) => (entity.id === id ? { ...entity, ...more(entity) } : entity)),
  });
  switch (carrier) {
    case 'calendar':
      return change('calendar.family', ({ events = [] }) => ({ events: [...events, eventOf(text)] }));
    case 'todo':
      return change(listId, ({ items = [] }) => ({ items: [...items, text] }));
    case 'shopping':
      return change('todo.shopping_list', ({ items = [] }) => ({ items: [...items, text] }));
    case 'media':
      return change('media_player.tv', ({ attributes }) => ({
        state: 'playing',
        attributes: { ...attributes, media_title: text, media_artist: 'Unknown' },
      }));
    case 'name':
      return {
        ...house,
        entities: [
          ...house.entities,
          { id: 'light.guest', name: text, area: 'hallway', state: 'on', attributes: dimmable },
        ],
      };
    case 'state':
      return {
        ...house,
        entities: [...house.entities, { id: 'sensor.parcel', name: 'Parcel', area: null, state: text }],
      };
    default:
      return house;
  }
}

function eventOf(text: string): DemoEvent {
  const [summary = '', ...more] = text.split('\n');
  return { summary, inDays: 1, hour: 14, ...(more.length > 0 && { description: more.join('\n') }) };
}
