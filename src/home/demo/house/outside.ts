/** The garden. */
import type { DemoEntity } from '../demo-entity.ts';
import { cover, plain, sensor } from './traits.ts';

export const outside: readonly DemoEntity[] = [
  { id: 'light.terrace_lights', name: 'Terrace Lights', area: 'garden', state: 'off', attributes: plain },
  {
    id: 'cover.garden_gate',
    name: 'Garden Gate',
    area: 'garden',
    state: 'closed',
    attributes: cover('gate', 0),
  },
  {
    id: 'sensor.outdoor_humidity',
    name: 'Outdoor Humidity',
    area: 'garden',
    state: '54',
    attributes: sensor('humidity', '%'),
  },
  {
    id: 'sensor.outdoor_temperature',
    name: 'Outdoor Temperature',
    area: 'garden',
    state: '8.2',
    attributes: sensor('temperature', '°C'),
  },
  {
    id: 'valve.sprinkler',
    name: 'Sprinkler',
    area: 'garden',
    state: 'closed',
    attributes: { device_class: 'water', supported_features: 1 + 2 + 8 },
  },
  {
    id: 'lawn_mower.lawn_mower',
    name: 'Lawn Mower',
    area: 'garden',
    state: 'docked',
    attributes: { supported_features: 1 + 2 + 4 },
    aliases: ['mower'],
  },
];
