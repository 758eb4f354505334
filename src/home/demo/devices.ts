/** How demo devices behave: a command becomes state changes, each after its own time. Pure. */
import type { EntityState } from '../model/home-model.ts';

export type DemoState = Pick<EntityState, 'state' | 'attributes'>;

/** A state that is reported this long after the command. */
export type Step = { readonly afterMs: number; readonly next: DemoState };

export type DeviceCommand = {
  readonly service: string;
  readonly data: Readonly<Record<string, unknown>>;
};

type Random = () => number;
type Device = (current: DemoState, command: DeviceCommand, random: Random) => readonly Step[];

const between = (random: Random, fromMs: number, toMs: number) =>
  Math.round(fromMs + random() * (toMs - fromMs));
const number = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

/** Radio and bulb together, as people see it with Zigbee lamps. */
const lampMs = [80, 250] as const;
const motorLockMs = [1_000, 3_000] as const;
/** A full run; half a run takes half of it. */
const coverRunMs = [5_000, 20_000] as const;

const light: Device = (current, { service, data }, random) => {
  const turnsOn = service === 'turn_on' || (service === 'toggle' && current.state === 'off');
  const old = number(current.attributes['brightness'], 255);
  const asked =
    data['brightness_pct'] === undefined
      ? data['brightness']
      : (number(data['brightness_pct'], 100) * 255) / 100;
  const canDim = JSON.stringify(current.attributes['supported_color_modes']) !== '["onoff"]';
  const { brightness: _, ...rest } = current.attributes;
  const lit = canDim ? { ...rest, brightness: Math.round(number(asked, old)) } : rest;
  const isOn = turnsOn && number(asked, 1) > 0;
  return [
    {
      afterMs: between(random, ...lampMs),
      next: isOn ? { state: 'on', attributes: lit } : { state: 'off', attributes: rest },
    },
  ];
};

const onOff: Device = (current, { service, data }, random) => {
  const isOn =
    service === 'turn_on' ||
    service === 'set_percentage' ||
    (service === 'toggle' && current.state === 'off');
  const hasSpeed = 'percentage' in current.attributes;
  const percentage = isOn ? number(data['percentage'], 100) : 0;
  const attributes = hasSpeed ? { ...current.attributes, percentage } : current.attributes;
  return [{ afterMs: between(random, ...lampMs), next: { state: isOn ? 'on' : 'off', attributes } }];
};

const lock: Device = ({ attributes }, { service }, random) => {
  const [passing, end] = service === 'lock' ? ['locking', 'locked'] : ['unlocking', 'unlocked'];
  const startMs = between(random, ...lampMs);
  return [
    { afterMs: startMs, next: { state: passing, attributes } },
    { afterMs: startMs + between(random, ...motorLockMs), next: { state: end, attributes } },
  ];
};

const cover: Device = (current, { service, data }, random) => {
  const from = number(current.attributes['current_position'], current.state === 'closed' ? 0 : 100);
  const to = coverTarget(service, data, from);
  const at = (position: number, state: string): DemoState => ({
    state,
    attributes: { ...current.attributes, current_position: position },
  });
  const rest = (position: number) => at(position, position === 0 ? 'closed' : 'open');
  const startMs = between(random, ...lampMs);
  if (to === from) return [{ afterMs: startMs, next: rest(from) }];
  const runMs = (between(random, ...coverRunMs) * Math.abs(to - from)) / 100;
  const passing = to > from ? 'opening' : 'closing';
  return [
    { afterMs: startMs, next: at(from, passing) },
    { afterMs: startMs + Math.round(runMs / 2), next: at(Math.round((from + to) / 2), passing) },
    { afterMs: startMs + Math.round(runMs), next: rest(to) },
  ];
};

function coverTarget(service: string, data: Readonly<Record<string, unknown>>, from: number): number {
  if (service === 'open_cover') return 100;
  if (service === 'close_cover') return 0;
  if (service === 'set_cover_position') return number(data['position'], from);
  return from;
}

const climate: Device = ({ state, attributes }, { service, data }, random) => {
  const temperature = number(data['temperature'], number(attributes['temperature'], 20));
  const mode = typeof data['hvac_mode'] === 'string' ? data['hvac_mode'] : state;
  const next = service === 'turn_off' ? 'off' : service === 'turn_on' ? 'heat' : mode;
  return [
    {
      afterMs: between(random, ...lampMs),
      next: { state: next, attributes: { ...attributes, temperature } },
    },
  ];
};

const playerStates: Readonly<Record<string, string>> = {
  turn_on: 'on',
  turn_off: 'off',
  media_play: 'playing',
  media_pause: 'paused',
};

const mediaPlayer: Device = ({ state, attributes }, { service, data }, random) => {
  const volume = {
    ...attributes,
    volume_level: number(data['volume_level'], number(attributes['volume_level'], 0.5)),
  };
  return [
    {
      afterMs: between(random, ...lampMs),
      next: { state: playerStates[service] ?? state, attributes: volume },
    },
  ];
};

const devices: Readonly<Record<string, Device>> = {
  light,
  switch: onOff,
  fan: onOff,
  lock,
  cover,
  climate,
  media_player: mediaPlayer,
};

/** What a device of this domain does with the command; nothing when it has no such device. */
export function reactionOf(
  domain: string,
  current: DemoState,
  command: DeviceCommand,
  random: Random,
): readonly Step[] {
  return devices[domain]?.(current, command, random) ?? [];
}
