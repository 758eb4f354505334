/** What stands in no room: lists, scenes, scripts, people, the weather. */
import type { DemoEntity } from '../demo-entity.ts';
import { listFeatures } from '../list-items.ts';

const list = { supported_features: listFeatures.create + listFeatures.delete + listFeatures.update };

export const wholeHome: readonly DemoEntity[] = [
  {
    id: 'todo.shopping_list',
    name: 'Shopping List',
    area: null,
    state: '2',
    attributes: list,
    items: ['Milk', 'Bread'],
  },
  {
    id: 'todo.chores',
    name: 'Chores',
    area: null,
    state: '1',
    attributes: list,
    items: ['Water the plants'],
    aliases: ['to do list'],
  },
  {
    id: 'script.good_night',
    name: 'Good Night',
    area: null,
    state: 'off',
    calls: [
      {
        service: 'turn_off',
        entityIds: ['light.living_room_lamp', 'light.living_room_ceiling', 'light.kitchen_ceiling'],
      },
      { service: 'turn_off', entityIds: ['media_player.tv'] },
      { service: 'lock', entityIds: ['lock.front_door'] },
    ],
  },
  {
    id: 'script.morning_coffee',
    name: 'Morning Coffee',
    area: null,
    state: 'off',
    fields: {
      cups: {
        name: 'Cups',
        description: 'How many.',
        required: true,
        selector: { number: { min: 1, max: 4 } },
      },
      strength: {
        description: 'How strong.',
        selector: { select: { options: ['mild', 'normal', 'strong'] } },
      },
    },
    calls: [
      { service: 'turn_on', entityIds: ['switch.coffee_machine'] },
      { service: 'turn_on', entityIds: ['light.kitchen_counter'], data: { brightness_pct: 80 } },
    ],
  },
  {
    id: 'weather.home',
    name: 'Weather',
    area: null,
    state: 'partlycloudy',
    attributes: {
      temperature: 8.2,
      temperature_unit: '°C',
      humidity: 54,
      wind_speed: 14,
      wind_speed_unit: 'km/h',
      pressure: 1016,
      supported_features: 1 + 2,
    },
  },
  {
    id: 'calendar.family',
    name: 'Family Calendar',
    area: null,
    state: 'off',
    events: [
      { summary: 'Dentist', inDays: 1, hour: 9, location: 'Mill Lane 4' },
      { summary: 'Rubbish collection', inDays: 1 },
      { summary: 'Choir', inDays: 3, hour: 19, lengthHours: 2, description: 'Bring the blue folder.' },
    ],
  },
  { id: 'person.anna', name: 'Anna', area: null, state: 'home' },
  { id: 'person.oliver', name: 'Oliver', area: null, state: 'not_home' },
];
