/** The house of the booted core: no cloud, template devices that answer at once, and a few misfits. */

export type HouseDevice = {
  readonly kind: 'light' | 'switch' | 'lock' | 'cover' | 'sensor';
  /** Makes the entity id: `light.office_lamp`. */
  readonly name: string;
  /** Id of an area; absent: nowhere. */
  readonly area?: string;
  /** False: voice must not see it. */
  readonly exposed?: boolean;
  readonly aliases?: readonly string[];
  readonly deviceClass?: string;
  /**
   * How it answers a command: `slow` after 1.5 s, `travels` 2 s through its transitional state, `fails` with an
   * error that core keeps to itself, `raises` one that it tells, `silent` never. Absent: at once.
   */
  readonly answers?: 'slow' | 'travels' | 'fails' | 'raises' | 'silent';
  /** True: `input_boolean.<slug>_reachable` decides whether it is available; it begins on. */
  readonly canBeLost?: boolean;
};

export type House = {
  readonly floors: readonly { readonly name: string; readonly level: number }[];
  /** The id is the name in lower case with `_`, as core makes it; floors by name. */
  readonly areas: readonly { readonly name: string; readonly floor?: string }[];
  readonly devices: readonly HouseDevice[];
};

/** The rest of an entity id, as core makes it from a name. */
export const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '_');

export const entityIdOf = ({ kind, name }: Pick<HouseDevice, 'kind' | 'name'>): string =>
  `${kind}.${slug(name)}`;

const floors = [
  { name: 'Ground Floor', level: 0 },
  { name: 'First Floor', level: 1 },
];

const areas = [
  { name: 'Kitchen', floor: 'Ground Floor' },
  { name: 'Living Room', floor: 'Ground Floor' },
  { name: 'Hallway', floor: 'Ground Floor' },
  { name: 'Office', floor: 'Ground Floor' },
  { name: 'Garage', floor: 'Ground Floor' },
  { name: 'Bedroom', floor: 'First Floor' },
  { name: 'Attic', floor: 'First Floor' },
];

const devices: readonly HouseDevice[] = [
  { kind: 'light', name: 'Kitchen Light', area: 'kitchen' },
  { kind: 'light', name: 'Counter Light', area: 'kitchen' },
  { kind: 'light', name: 'Living Room Lamp', area: 'living_room', aliases: ['reading light'] },
  { kind: 'light', name: 'Bed Light', area: 'bedroom' },
  { kind: 'light', name: 'Office Lamp', area: 'office' },
  { kind: 'light', name: 'Slow Lamp', area: 'attic', answers: 'slow' },
  { kind: 'light', name: 'Dead Lamp', area: 'attic', answers: 'fails' },
  { kind: 'light', name: 'Silent Lamp', area: 'attic', answers: 'silent' },
  { kind: 'light', name: 'Attic Lamp', area: 'attic', canBeLost: true },
  { kind: 'switch', name: 'Coffee Machine', area: 'kitchen' },
  { kind: 'switch', name: 'Server Rack', area: 'office', exposed: false },
  { kind: 'lock', name: 'Front Door', area: 'hallway' },
  { kind: 'lock', name: 'Back Door', area: 'kitchen', exposed: false },
  { kind: 'cover', name: 'Sliding Door', area: 'office', deviceClass: 'door' },
  { kind: 'cover', name: 'Garage Door', area: 'garage', deviceClass: 'garage', answers: 'travels' },
  { kind: 'sensor', name: 'Outdoor Humidity', deviceClass: 'humidity' },
];

export const defaultHouse: House = { floors, areas, devices };

/** The same without the misfits: every device answers at once, so that times are those of the way to it and back. */
export const instantHouse: House = {
  floors,
  areas,
  devices: devices.filter(({ answers }) => answers === undefined),
};
