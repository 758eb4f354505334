/** Covers, valves, locks and the alarm. */
import type { Entity } from '../../../home/model/home-model.ts';
import type { ArmMode } from '../wish.ts';
import { amount, levelOf, ofDomain, plain, type CommandIntent } from './command-intent.ts';

const steps = { bit: 10, normal: 25, lot: 50 };

const moves = ofDomain('cover', 'valve');
const isPositioned = ({ domain, capabilities }: Entity) =>
  (domain === 'cover' || domain === 'valve') && capabilities.position;

/** What "lock" and "locked" say of a name. */
export const lockNouns: ReadonlySet<string> = new Set(['lock', 'door', 'gate', 'smart']);

export const coverIntents: Readonly<Record<string, CommandIntent>> = {
  // A lock opens too: that is understood, and refused where locks are.
  open: plain(
    'open',
    ({ domain, capabilities }) => capabilities.open || capabilities.lock || domain === 'valve',
  ),
  raise: plain('open', ofDomain('cover')),
  // Where there are blinds, daylight is no colour of lamps.
  let_light_in: { ...plain('open', ofDomain('cover'), 'blind'), suits: () => true },
  keep_light_out: plain('close', ofDomain('cover'), 'blind'),
  close: {
    ...plain('close', ({ domain, capabilities }) => capabilities.close || domain === 'valve'),
    everything: 'cover',
  },
  lower: plain('close', ofDomain('cover')),
  open_valve: plain('open', ofDomain('valve'), 'sprinkler'),
  close_valve: plain('close', ofDomain('valve'), 'sprinkler'),
  water_on: plain('turn_on', ofDomain('switch', 'input_boolean'), 'sprinkler'),
  water_off: plain('turn_off', ofDomain('switch', 'input_boolean'), 'sprinkler'),
  stop: plain('stop', moves, null, ({ state }) => state === 'opening' || state === 'closing'),
  set_position: {
    wish: (said) => ({ do: 'set_position', percent: levelOf(said) }),
    fits: isPositioned,
    impliedClass: null,
  },
  open_more: {
    wish: (said) =>
      said('bit') === undefined && said('percent') === undefined
        ? null
        : { do: 'change_position', byPercent: amount(said, steps) },
    fits: isPositioned,
    impliedClass: null,
  },
  close_more: {
    wish: (said) => ({ do: 'change_position', byPercent: -amount(said, steps) }),
    fits: isPositioned,
    impliedClass: null,
  },
  lock: {
    ...plain('lock', ({ capabilities }) => capabilities.lock),
    manyAreAll: true,
    saysNouns: lockNouns,
  },
  lock_up: plain('lock', ({ capabilities }) => capabilities.lock, 'lock'),
  unlock: {
    ...plain('unlock', ({ capabilities }) => capabilities.lock),
    allNeedsPlace: true,
    saysNouns: lockNouns,
  },
  unlock_room: plain('unlock', ({ capabilities }) => capabilities.lock, 'lock'),
  arm: {
    wish: (said) => ({ do: 'arm', mode: armModes.find((mode) => mode === said('arm_mode')) ?? 'away' }),
    fits: ofDomain('alarm_control_panel'),
    impliedClass: 'alarm',
  },
  disarm: plain('disarm', ofDomain('alarm_control_panel'), 'alarm'),
};

const armModes: readonly ArmMode[] = ['home', 'away', 'night', 'vacation'];
