/** What stands in no room: lists, scenes, scripts, people, the weather. */
import type { DemoEntity } from '../demo-entity.ts';
import { listFeatures } from '../lists.ts';

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
  { id: 'person.anna', name: 'Anna', area: null, state: 'home' },
  { id: 'person.oliver', name: 'Oliver', area: null, state: 'not_home' },
];
