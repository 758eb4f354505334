/** A home that is not the demo home: two floors, names that several rooms share, and things called as people call them. */
import type { DemoHouse } from '../../../src/home/demo/demo-entity.ts';
import {
  climateFeatures,
  cover,
  dimmable,
  fanFeatures,
  plain,
  playerFeatures,
  sensor,
  vacuumFeatures,
  white,
} from '../../../src/home/demo/house/traits.ts';
import { inArea } from './in-area.ts';

const heater = (temperature: number) => ({
  supported_features: climateFeatures,
  hvac_modes: ['off', 'heat'],
  min_temp: 5,
  max_temp: 30,
  temperature,
  current_temperature: temperature - 1,
});
const player = { supported_features: playerFeatures, volume_level: 0.4, is_volume_muted: false };
const list = { supported_features: 7 };

const bathroom = inArea('bathroom');
const scullery = inArea('scullery');
const parlour = inArea('parlour');
const bedroom = inArea('bedroom');
const blueRoom = inArea('blue_room');
const landing = inArea('landing');
const greenhouse = inArea('greenhouse');
const porch = inArea('porch');
const courtyard = inArea('courtyard');
const nowhere = inArea(null);

export const millHouse: DemoHouse = {
  floors: [
    { id: 'ground', name: 'Downstairs', level: 0 },
    { id: 'upper', name: 'Upstairs', level: 1 },
  ],
  areas: [
    { id: 'parlour', name: 'Parlour', floor: 'ground' },
    { id: 'scullery', name: 'Scullery', floor: 'ground', aliases: ['Kitchen'] },
    { id: 'bathroom', name: 'Bathroom', floor: 'upper' },
    { id: 'bedroom', name: 'Bedroom', floor: 'upper' },
    { id: 'blue_room', name: 'Blue Room', floor: 'upper' },
    { id: 'landing', name: 'Landing', floor: 'upper' },
    { id: 'greenhouse', name: 'Greenhouse', floor: null },
    { id: 'porch', name: 'Porch', floor: null },
    { id: 'courtyard', name: 'Courtyard', floor: null },
  ],
  entities: [
    parlour('light.parlour_ceiling', 'Ceiling', 'on', dimmable),
    parlour('light.reading_corner', 'Reading Corner', 'off', white),
    parlour('light.piano', 'Piano Lamp', 'off', dimmable),
    parlour('media_player.gramophone', 'Gramophone', 'playing', player),
    parlour('media_player.telly', 'Big Telly', 'off', { ...player, device_class: 'tv' }),
    parlour('cover.velvet', 'Velvet Curtains', 'open', cover('curtain', 100)),
    parlour('climate.stove', 'Stove', 'heat', heater(20)),
    parlour('vacuum.harold', 'Harold', 'docked', { supported_features: vacuumFeatures }),
    scullery('light.scullery_ceiling', 'Ceiling', 'on', dimmable),
    scullery('light.hob', 'Hob Light', 'on', plain),
    scullery('switch.kettle', 'Kettle', 'off'),
    scullery('media_player.dresser', 'Dresser Radio', 'paused', player),
    bathroom('light.bathroom_ceiling', 'Ceiling', 'on', dimmable),
    bathroom('light.mirror', 'Mirror', 'on', plain),
    bathroom('fan.extractor', 'Steam Whisperer', 'on', { supported_features: fanFeatures, percentage: 50 }),
    bathroom('switch.towels', 'Towel Rail', 'on'),
    bedroom('light.bedroom_ceiling', 'Ceiling', 'on', dimmable),
    bedroom('light.left', 'Left Bedside', 'off', dimmable),
    bedroom('light.right', 'Right Bedside', 'off', dimmable),
    bedroom('climate.bedroom', 'Bedroom Radiator', 'heat', heater(18)),
    bedroom('cover.shutters', 'Bedroom Shutters', 'open', cover('shutter', 100)),
    bedroom('sensor.bedroom_temperature', 'Bedroom Temperature', '17.4', sensor('temperature', '°C')),
    blueRoom('light.blue_lamp', 'Whale Lamp', 'off', dimmable),
    blueRoom('climate.blue', 'Blue Room Radiator', 'off', heater(16)),
    landing('light.landing', 'Landing Light', 'on', plain),
    greenhouse('light.grow', 'Grow Lights', 'on', dimmable),
    greenhouse('valve.drip', 'Drip Line', 'closed', { supported_features: 3, device_class: 'water' }),
    greenhouse('fan.vent', 'Tomato Breeze', 'off', { supported_features: fanFeatures, percentage: 0 }),
    greenhouse('sensor.greenhouse', 'Greenhouse Temperature', '24.1', sensor('temperature', '°C')),
    porch('light.lantern', 'Lantern', 'on', plain),
    porch('lock.front', 'Front Door', 'locked'),
    courtyard('light.festoon', 'Festoon', 'on', plain),
    courtyard('switch.fountain', 'Fountain', 'on'),
    nowhere('media_player.band', 'Whole Band', 'idle', {
      ...player,
      group_members: ['media_player.gramophone', 'media_player.dresser'],
    }),
    { ...nowhere('todo.groceries', 'Groceries', '2', list), items: ['Milk', 'Tea bags'] },
    { ...nowhere('todo.jobs', 'Odd Jobs', '1', list), items: ['Fix the gate'] },
    nowhere('scene.supper', 'Supper', 'unknown'),
    nowhere('person.margot', 'Margot', 'home'),
    nowhere('person.bertie', 'Bertie', 'not_home'),
    nowhere('person.theo', 'Theo', 'Library'),
  ],
};
