/** A lighthouse keeper's cottage with its tower: round rooms one above the other, a boathouse and a jetty. */
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

const player = (deviceClass: string) => ({
  device_class: deviceClass,
  supported_features: playerFeatures,
  volume_level: 0.4,
  is_volume_muted: false,
});
const coloured = { supported_color_modes: ['hs', 'color_temp'] };
const thermostat = (temperature: number, current: number) => ({
  supported_features: climateFeatures,
  hvac_modes: ['off', 'heat', 'auto'],
  min_temp: 7,
  max_temp: 28,
  target_temp_step: 0.5,
  temperature,
  current_temperature: current,
});
const list = { supported_features: 7 };
const contact = (deviceClass: string) => ({ device_class: deviceClass });

const galley = inArea('galley');
const parlour = inArea('parlour');
const keeper = inArea('keeper');
const bunks = inArea('bunks');
const washroom = inArea('washroom');
const watch = inArea('watch');
const lantern = inArea('lantern');
const boathouse = inArea('boathouse');
const jetty = inArea('jetty');
const nowhere = inArea(null);

export const lighthouse: DemoHouse = {
  floors: [
    { id: 'cottage', name: 'Cottage', level: 0, aliases: ['downstairs', 'ground floor'] },
    { id: 'tower', name: 'Tower', level: 1, aliases: ['upstairs'] },
  ],
  areas: [
    { id: 'galley', name: 'Galley', floor: 'cottage', aliases: ['kitchen'] },
    { id: 'parlour', name: 'Parlour', floor: 'cottage' },
    { id: 'washroom', name: 'Washroom', floor: 'cottage', aliases: ['bathroom'] },
    { id: 'keeper', name: "Keeper's Room", floor: 'tower', aliases: ['main bedroom'] },
    { id: 'bunks', name: 'Bunk Room', floor: 'tower', aliases: ["twins' room"] },
    { id: 'watch', name: 'Watch Room', floor: 'tower', aliases: ['study'] },
    { id: 'lantern', name: 'Lantern Room', floor: 'tower' },
    { id: 'boathouse', name: 'Boathouse', floor: null },
    { id: 'jetty', name: 'Jetty', floor: null },
  ],
  entities: [
    galley('light.galley', 'Galley Strip', 'off', dimmable),
    galley('light.table', 'Table Pendant', 'on', { ...white, color_temp_kelvin: 3000, brightness: 180 }),
    galley('switch.kettle', 'Kettle', 'off', contact('outlet')),
    galley('switch.extractor', 'Extractor', 'off'),
    galley('media_player.wireless', 'Wireless', 'paused', player('speaker'), { aliases: ['kitchen radio'] }),
    galley('binary_sensor.smoke', 'Galley Smoke Alarm', 'off', contact('smoke')),
    galley('cover.hatch', 'Serving Hatch', 'closed', cover('shutter', 0)),
    parlour('light.captain', "Captain's Lamp", 'off', coloured, { aliases: ['reading light'] }),
    parlour('light.parlour', 'Parlour Ceiling', 'on', { ...dimmable, brightness: 128 }),
    parlour('light.ship', 'Ship in a Bottle', 'off', plain),
    parlour('media_player.telly', 'Telly', 'off', {
      ...player('tv'),
      source_list: ['HDMI 1', 'DVD', 'Netflix'],
    }),
    parlour('media_player.gramophone', 'Gramophone', 'playing', {
      ...player('speaker'),
      media_title: 'La Mer',
      media_artist: 'Charles Trenet',
    }),
    parlour('climate.parlour', 'Parlour Radiator', 'heat', thermostat(19, 17.5)),
    parlour('cover.parlour', 'Storm Shutters', 'open', cover('shutter', 100)),
    parlour('binary_sensor.parlour_window', 'Bay Window', 'on', contact('window')),
    keeper('light.keeper_left', 'Left Bedside', 'off', dimmable),
    keeper('light.keeper_right', 'Right Bedside', 'on', dimmable),
    keeper('climate.keeper', "Keeper's Radiator", 'off', thermostat(18, 16)),
    keeper('cover.keeper', 'Porthole Blind', 'closed', cover('blind', 0)),
    keeper('switch.blanket', 'Electric Blanket', 'off'),
    keeper('fan.keeper', 'Desk Fan', 'off', {
      supported_features: fanFeatures,
      percentage: 0,
      percentage_step: 25,
      oscillating: false,
    }),
    bunks('light.jellyfish', 'Jellyfish', 'on', coloured),
    bunks('light.bunks', 'Bunk Light', 'off', plain),
    bunks('sensor.bunks', 'Bunk Room Temperature', '18.2', sensor('temperature', '°C')),
    bunks('sensor.bunks_humidity', 'Bunk Room Humidity', '64', sensor('humidity', '%')),
    washroom('light.mirror', 'Shaving Mirror', 'off', plain),
    washroom('switch.rail', 'Towel Rail', 'on'),
    washroom('fan.washroom', 'Washroom Vent', 'on', {
      supported_features: fanFeatures,
      percentage: 50,
      percentage_step: 25,
      oscillating: false,
    }),
    watch('light.chart', 'Chart Table', 'on', dimmable),
    watch('media_player.watch', 'Watch Room Speaker', 'idle', player('speaker')),
    watch('switch.foghorn', 'Foghorn', 'off'),
    watch('sensor.pressure', 'Barometer', '1008', sensor('atmospheric_pressure', 'hPa')),
    lantern('light.beacon', 'Beacon', 'off', plain, { aliases: ['big light'] }),
    lantern('cover.lantern', 'Lantern Curtains', 'open', cover('curtain', 100)),
    lantern('sensor.wind', 'Wind Gauge', '42', sensor('wind_speed', 'km/h')),
    boathouse('lock.boathouse', 'Boathouse Padlock', 'unlocked'),
    boathouse('cover.slipway', 'Slipway Door', 'closed', cover('garage', 0)),
    boathouse('light.boathouse', 'Boathouse Floodlight', 'off', plain),
    boathouse('sensor.dinghy', 'Dinghy Battery', '37', sensor('battery', '%')),
    jetty('light.jetty', 'Jetty Lanterns', 'off', dimmable),
    jetty('binary_sensor.jetty', 'Jetty Motion', 'off', contact('motion')),
    nowhere('lock.door', 'Cottage Door', 'locked', {}, { aliases: ['front door'] }),
    nowhere('vacuum.barnacle', 'Barnacle', 'docked', {
      supported_features: vacuumFeatures,
      battery_level: 88,
    }),
    nowhere('todo.provisions', 'Provisions', '2', list, {
      aliases: ['shopping list'],
      items: ['Lamp oil', 'Biscuits'],
    }),
    nowhere('todo.jobs', 'Upkeep', '1', list, { items: ['Paint the railings'] }),
    nowhere('weather.skerry', 'Skerry', 'rainy', {
      temperature: 9,
      humidity: 90,
      wind_speed: 42,
      temperature_unit: '°C',
    }),
    nowhere('person.ines', 'Ines', 'home'),
    nowhere('person.tomas', 'Tomas', 'not_home'),
    nowhere(
      'scene.storm',
      'Storm Night',
      'unknown',
      {},
      {
        calls: [{ service: 'turn_on', entityIds: ['light.beacon', 'light.parlour'] }],
      },
    ),
    nowhere(
      'scene.supper',
      'Supper',
      'unknown',
      {},
      {
        calls: [{ service: 'turn_on', entityIds: ['light.table'], data: { brightness_pct: 40 } }],
      },
    ),
    nowhere(
      'script.lights_out',
      'Last Watch',
      'off',
      {},
      {
        calls: [{ service: 'turn_off', entityIds: ['light.parlour', 'light.table', 'light.chart'] }],
      },
    ),
  ],
};
