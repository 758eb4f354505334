/** An action as a model names it, with its value → a wish, or what is wrong with it. */
import type { HomeModel } from '../../home/model/home-model.ts';
import { keysOf } from '../../core/keys-of.ts';
import { nameKey } from '../understand/name-index.ts';
import type { ArmMode, HvacMode, PlainWish, Wish } from '../understand/wish.ts';

const plainActions = [
  ...['turn_on', 'turn_off', 'toggle', 'open', 'close', 'stop', 'lock', 'unlock', 'activate', 'press'],
  ...['play', 'pause', 'stop_media', 'next_track', 'previous_track', 'mute', 'unmute'],
  ...[
    'start_cleaning',
    'pause_cleaning',
    'return_to_base',
    'locate',
    'start_mowing',
    'pause_mowing',
    'dock',
    'disarm',
  ],
] as const satisfies readonly PlainWish[];

type Value = { readonly value?: number | undefined; readonly text?: string | undefined };

type Problem = { readonly problem: string };

const hvacModes: readonly HvacMode[] = ['off', 'heat', 'cool', 'heat_cool', 'auto', 'dry', 'fan_only'];
const armModes: readonly ArmMode[] = ['home', 'away', 'night', 'vacation'];

/** With a number. */
const counted = {
  set_brightness: (value) => ({ do: 'set_brightness', percent: value }),
  change_brightness: (value) => ({ do: 'change_brightness', byPercent: value }),
  set_color_temperature: (value) => ({ do: 'set_color_temperature', kelvin: value }),
  change_color_temperature: (value) => ({ do: 'change_color_temperature', byKelvin: value }),
  set_position: (value) => ({ do: 'set_position', percent: value }),
  change_position: (value) => ({ do: 'change_position', byPercent: value }),
  set_fan_speed: (value) => ({ do: 'set_fan_speed', percent: value }),
  change_fan_speed: (value) => ({ do: 'change_fan_speed', byPercent: value }),
  set_temperature: (value) => ({ do: 'set_temperature', degrees: value, unit: null }),
  change_temperature: (value) => ({ do: 'change_temperature', byDegrees: value }),
  set_humidity: (value) => ({ do: 'set_humidity', percent: value }),
  set_volume: (value) => ({ do: 'set_volume', percent: value }),
  change_volume: (value) => ({ do: 'change_volume', byPercent: value }),
} as const satisfies Readonly<Record<string, (value: number) => Wish>>;

/** With a word. */
const worded = {
  set_color: (text) => ({ do: 'set_color', color: text.toLowerCase().replaceAll(/[^a-z]/g, '') }),
  set_oscillation: (text) => ({ do: 'set_oscillation', on: !/^(off|false|no|stop|0)$/i.test(text) }),
  set_hvac_mode: (text) => oneOf(hvacModes, text, (mode) => ({ do: 'set_hvac_mode', mode })),
  set_fan_mode: (text) => ({ do: 'set_fan_mode', mode: text }),
  set_preset: (text) => ({ do: 'set_preset', mode: text }),
  select_source: (text) => ({ do: 'select_source', source: text }),
  arm: (text) => oneOf(armModes, text, (mode) => ({ do: 'arm', mode })),
  clean_area: (text, model) => {
    const areaIds: string[] = [];
    for (const room of roomsIn(text, model)) {
      const area = areaCalled(room, model);
      if (area === undefined) return { problem: `There is no room "${room}".` };
      areaIds.push(area.areaId);
    }
    return { do: 'clean_area', areaIds };
  },
} as const satisfies Readonly<Record<string, (text: string, model: HomeModel) => Wish | Problem>>;

type Counted = keyof typeof counted;
type Worded = keyof typeof worded;
export type ControlAction = (typeof plainActions)[number] | Counted | Worded;

export const controlActions: readonly ControlAction[] = [
  ...plainActions,
  ...keysOf(counted),
  ...keysOf(worded),
];

export function wishOf(action: ControlAction, { value, text }: Value, model: HomeModel): Wish | Problem {
  if (isCounted(action)) {
    const number = value ?? Number.parseFloat(text ?? '');
    return Number.isFinite(number) ? counted[action](number) : { problem: `${action} needs a value.` };
  }
  if (isWorded(action)) {
    const word = text ?? (value === undefined ? '' : String(value));
    return word === '' ? { problem: `${action} needs a text.` } : worded[action](word, model);
  }
  return { do: action };
}

const isCounted = (action: ControlAction): action is Counted => action in counted;
const isWorded = (action: ControlAction): action is Worded => action in worded;

function areaCalled(text: string, { areas }: HomeModel) {
  return [...areas.values()].find(
    ({ areaId, names }) => areaId === text || names.some((name) => nameKey(name) === nameKey(text)),
  );
}

/** One room, which may hold a comma in its name, or several with commas between. */
function roomsIn(text: string, model: HomeModel): readonly string[] {
  const rooms = areaCalled(text, model) ? [text] : text.split(',').map((room) => room.trim());
  return [...new Set(rooms.filter((room) => room !== ''))];
}

function oneOf<T extends string>(all: readonly T[], text: string, make: (one: T) => Wish): Wish | Problem {
  const word = text.trim().toLowerCase().replaceAll(/[ -]/g, '_');
  const one = all.find((known) => known === word);
  return one === undefined ? { problem: `"${text}" is none of ${all.join(', ')}.` } : make(one);
}
