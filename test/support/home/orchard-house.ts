/** A home whose things are called by their makers' words: switches named for what they switch, locks for their rooms. */
import type { DemoHouse } from '../../../src/home/demo/demo-entity.ts';
import {
  climateFeatures,
  cover,
  dimmable,
  plain,
  playerFeatures,
  sensor,
  vacuumFeatures,
} from '../../../src/home/demo/house/traits.ts';
import { inArea } from './in-area.ts';

const player = (deviceClass: string) => ({ device_class: deviceClass, supported_features: playerFeatures });
const thermostat = {
  supported_features: climateFeatures,
  hvac_modes: ['off', 'heat'],
  min_temp: 5,
  max_temp: 30,
  temperature: 19,
  current_temperature: 18,
};
const list = { supported_features: 7 };

const snug = inArea('snug');
const loft = inArea('loft');
const barn = inArea('barn');
const pond = inArea('pond');
const bath = inArea('bath');
const nowhere = inArea(null);

export const orchardHouse: DemoHouse = {
  floors: [],
  areas: [
    { id: 'snug', name: 'Snug', floor: null },
    { id: 'loft', name: 'Loft', floor: null },
    { id: 'barn', name: 'Barn', floor: null },
    { id: 'pond', name: 'Pond', floor: null },
    { id: 'bath', name: 'Bathroom', floor: null },
    { id: 'nursery_1', name: 'Nursery 1', floor: null },
    { id: 'nursery_2', name: 'Nursery 2', floor: null },
    { id: 'orchard', name: 'Orchard', floor: null },
  ],
  entities: [
    snug('light.snug', 'Reading Lamp', 'on', dimmable),
    snug('media_player.screen', 'Big Screen', 'playing', player('tv')),
    snug('media_player.snug', 'Snug Speaker', 'playing', player('speaker')),
    snug('climate.snug', 'Stove', 'heat', thermostat),
    loft('media_player.loft', 'Loft', 'playing', player('speaker')),
    loft('media_player.old', 'Old TV', 'playing', player('tv')),
    loft('light.loft', 'Rafter Lamp', 'off', dimmable),
    loft('cover.loft', 'Skylight Blind', 'closed', cover('blind', 0)),
    barn('lock.barn', 'Yale', 'unlocked'),
    barn('switch.cider', 'Cider Press', 'off', { device_class: 'outlet' }),
    barn('binary_sensor.gap', 'Hay Door', 'on', { device_class: 'door' }),
    barn('sensor.cell', 'Hay Door Battery', '9', sensor('battery', '%')),
    pond('switch.pond', 'Pond Switch', 'off'),
    bath('switch.heater', 'Towel Heater', 'off'),
    bath('light.shower', 'Shower Light', 'off', plain),
    inArea('snug')('switch.socket', 'Smart Plug', 'off', { device_class: 'outlet' }),
    inArea('nursery_1')('light.nursery_1', 'Moon', 'off', plain),
    inArea('nursery_2')('light.nursery_2', 'Stars', 'off', plain),
    inArea('orchard')('switch.drip', 'Sprinkler System', 'off'),
    nowhere('lock.cellar', 'Cider Cellar Lock', 'unlocked'),
    nowhere('lock.root', 'Root Cellar Door Lock', 'unlocked'),
    nowhere('lock.shed', 'Shed', 'unlocked'),
    nowhere('lock.shed_door', 'Shed Door', 'unlocked'),
    nowhere('sensor.outside', 'Outdoor Temperature', '31', sensor('temperature', '°C')),
    nowhere('weather.town', 'Ludlow', 'sunny', { temperature: 30 }),
    nowhere('vacuum.robo', 'Robo Downstairs', 'docked', { supported_features: vacuumFeatures }),
    nowhere('todo.jobs', 'Farm Jobs', '0', list),
    nowhere('todo.shop', "Miller's", '0', list),
  ],
};
