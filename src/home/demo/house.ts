/** What stands in the demo home: floors, rooms and devices, as data. */

export type DemoFloor = {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly aliases?: readonly string[];
};
export type DemoArea = {
  readonly id: string;
  readonly name: string;
  readonly floor: string | null;
  readonly aliases?: readonly string[];
};
export type DemoEntity = {
  readonly id: string;
  readonly name: string;
  readonly area: string | null;
  readonly state: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly aliases?: readonly string[];
  /** Not exposed to voice: there to prove that it stays invisible. */
  readonly hidden?: boolean;
  /** A misfit: its integration raises an error, or it never answers a command. */
  readonly fault?: 'refuses' | 'silent';
};

export const demoFloors: readonly DemoFloor[] = [
  { id: 'ground_floor', name: 'Ground Floor', level: 0, aliases: ['downstairs'] },
  { id: 'first_floor', name: 'First Floor', level: 1, aliases: ['upstairs'] },
];

export const demoAreas: readonly DemoArea[] = [
  { id: 'kitchen', name: 'Kitchen', floor: 'ground_floor' },
  { id: 'living_room', name: 'Living Room', floor: 'ground_floor', aliases: ['lounge'] },
  { id: 'hallway', name: 'Hallway', floor: 'ground_floor', aliases: ['entrance'] },
  { id: 'office', name: 'Office', floor: 'ground_floor', aliases: ['study'] },
  { id: 'garage', name: 'Garage', floor: 'ground_floor' },
  { id: 'bedroom', name: 'Bedroom', floor: 'first_floor' },
  { id: 'kids_room', name: 'Kids Room', floor: 'first_floor', aliases: ['nursery'] },
  { id: 'bathroom', name: 'Bathroom', floor: 'first_floor' },
  { id: 'garden', name: 'Garden', floor: null, aliases: ['outside', 'yard'] },
];

const white = {
  supported_color_modes: ['color_temp'],
  min_color_temp_kelvin: 2200,
  max_color_temp_kelvin: 6500,
};
const dimmable = { supported_color_modes: ['brightness'] };
const plain = { supported_color_modes: ['onoff'] };
/** OPEN, CLOSE, SET_POSITION and STOP of Home Assistant's cover features. */
const coverFeatures = 1 + 2 + 4 + 8;
/** SET_SPEED, TURN_OFF and TURN_ON of its fan features. */
const fanFeatures = 1 + 16 + 32;
/** PAUSE, VOLUME_SET, MUTE, TURN_ON, TURN_OFF and PLAY of its media player features. */
const playerFeatures = 1 + 4 + 8 + 128 + 256 + 16_384;

const cover = (deviceClass: string, position: number) => ({
  device_class: deviceClass,
  supported_features: coverFeatures,
  current_position: position,
});
const sensor = (deviceClass: string, unit: string) => ({
  device_class: deviceClass,
  unit_of_measurement: unit,
  state_class: 'measurement',
});

export const demoEntities: readonly DemoEntity[] = [
  { id: 'light.kitchen_ceiling', name: 'Kitchen Ceiling', area: 'kitchen', state: 'off', attributes: white },
  {
    id: 'light.kitchen_counter',
    name: 'Kitchen Counter',
    area: 'kitchen',
    state: 'off',
    attributes: dimmable,
  },
  { id: 'switch.coffee_machine', name: 'Coffee Machine', area: 'kitchen', state: 'off' },
  {
    id: 'media_player.kitchen_speaker',
    name: 'Kitchen Speaker',
    area: 'kitchen',
    state: 'idle',
    attributes: { supported_features: playerFeatures, volume_level: 0.3 },
  },
  {
    id: 'binary_sensor.back_door',
    name: 'Back Door',
    area: 'kitchen',
    state: 'off',
    attributes: { device_class: 'door' },
  },
  {
    id: 'light.living_room_lamp',
    name: 'Living Room Lamp',
    area: 'living_room',
    state: 'off',
    attributes: white,
    aliases: ['reading lamp'],
  },
  {
    id: 'light.living_room_ceiling',
    name: 'Living Room Ceiling',
    area: 'living_room',
    state: 'on',
    attributes: { ...dimmable, brightness: 180 },
  },
  {
    id: 'media_player.tv',
    name: 'TV',
    area: 'living_room',
    state: 'on',
    attributes: { supported_features: playerFeatures, device_class: 'tv' },
    aliases: ['television'],
  },
  {
    id: 'cover.living_room_blinds',
    name: 'Living Room Blinds',
    area: 'living_room',
    state: 'open',
    attributes: cover('blind', 100),
  },
  {
    id: 'climate.thermostat',
    name: 'Thermostat',
    area: 'living_room',
    state: 'heat',
    attributes: {
      supported_features: 1 + 128 + 256,
      hvac_modes: ['off', 'heat'],
      min_temp: 7,
      max_temp: 30,
      temperature: 21,
      current_temperature: 20.5,
    },
    aliases: ['heating'],
  },
  { id: 'light.hallway_light', name: 'Hallway Light', area: 'hallway', state: 'off', attributes: plain },
  {
    id: 'lock.front_door',
    name: 'Front Door',
    area: 'hallway',
    state: 'locked',
    attributes: { supported_features: 0 },
  },
  {
    id: 'sensor.front_door_battery',
    name: 'Front Door Battery',
    area: 'hallway',
    state: '85',
    attributes: sensor('battery', '%'),
  },
  {
    id: 'light.desk_lamp',
    name: 'Desk Lamp',
    area: 'office',
    state: 'on',
    attributes: { ...dimmable, brightness: 255 },
  },
  {
    id: 'light.office_ceiling',
    name: 'Office Ceiling',
    area: 'office',
    state: 'on',
    attributes: { ...white, brightness: 200 },
  },
  {
    id: 'cover.sliding_door',
    name: 'Sliding Door',
    area: 'office',
    state: 'closed',
    attributes: cover('door', 0),
  },
  {
    id: 'switch.printer',
    name: 'Printer',
    area: 'office',
    state: 'off',
    attributes: { device_class: 'outlet' },
  },
  {
    id: 'cover.garage_door',
    name: 'Garage Door',
    area: 'garage',
    state: 'closed',
    attributes: cover('garage', 0),
  },
  { id: 'light.garage_light', name: 'Garage Light', area: 'garage', state: 'off', attributes: plain },
  {
    id: 'light.bed_light',
    name: 'Bed Light',
    area: 'bedroom',
    state: 'off',
    attributes: { supported_color_modes: ['hs', 'color_temp'] },
  },
  {
    id: 'light.bedroom_ceiling',
    name: 'Bedroom Ceiling',
    area: 'bedroom',
    state: 'off',
    attributes: dimmable,
  },
  {
    id: 'fan.bedroom_fan',
    name: 'Bedroom Fan',
    area: 'bedroom',
    state: 'off',
    attributes: { supported_features: fanFeatures, percentage: 0 },
  },
  {
    id: 'cover.bedroom_blinds',
    name: 'Bedroom Blinds',
    area: 'bedroom',
    state: 'closed',
    attributes: cover('blind', 0),
  },
  {
    id: 'sensor.bedroom_temperature',
    name: 'Bedroom Temperature',
    area: 'bedroom',
    state: '19.5',
    attributes: sensor('temperature', '°C'),
  },
  { id: 'light.night_light', name: 'Night Light', area: 'kids_room', state: 'off', attributes: dimmable },
  { id: 'light.bathroom_light', name: 'Bathroom Light', area: 'bathroom', state: 'off', attributes: plain },
  {
    id: 'fan.bathroom_fan',
    name: 'Bathroom Fan',
    area: 'bathroom',
    state: 'off',
    attributes: { supported_features: fanFeatures, percentage: 0 },
  },
  {
    id: 'binary_sensor.bathroom_window',
    name: 'Bathroom Window',
    area: 'bathroom',
    state: 'on',
    attributes: { device_class: 'window' },
  },
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
    id: 'todo.shopping_list',
    name: 'Shopping List',
    area: null,
    state: '0',
    attributes: { supported_features: 1 + 2 + 4 },
  },
  { id: 'switch.server_rack', name: 'Server Rack', area: 'office', state: 'on', hidden: true },
  { id: 'assist_satellite.kitchen', name: 'Kitchen Satellite', area: 'kitchen', state: 'idle', hidden: true },
  { id: 'assist_satellite.office', name: 'Office Satellite', area: 'office', state: 'idle', hidden: true },
];

/** Every name a person may say in the demo home. */
export const demoNames: readonly string[] = [
  ...demoFloors.flatMap((floor) => [floor.name, ...(floor.aliases ?? [])]),
  ...demoAreas.flatMap((area) => [area.name, ...(area.aliases ?? [])]),
  ...demoEntities
    .filter((entity) => !entity.hidden)
    .flatMap((entity) => [entity.name, ...(entity.aliases ?? [])]),
];
