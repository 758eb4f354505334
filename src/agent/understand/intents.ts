/** What each intent of the sentences file asks for, and which devices it can be about. */
import type { Entity } from '../../home/model/home-model.ts';
import type { Capture } from './grammar/matcher.ts';
import type { Fits } from './mention.ts';
import type { Question, Wanted, Wish } from './plan.ts';
import type { HvacMode, PlainWish } from './wish.ts';

type Said = (slot: string) => string | undefined;

export type CommandIntent = {
  readonly wish: (said: Said) => Wish;
  readonly fits: Fits;
  /** The kind of device meant when the sentence names none. */
  readonly impliedClass: string | null;
};

const plain = (wish: PlainWish, fits: Fits): CommandIntent => ({
  wish: () => ({ do: wish }),
  fits,
  impliedClass: null,
});

const isClimate: Fits = ({ domain }) => domain === 'climate';
const hvacModes: readonly HvacMode[] = ['off', 'heat', 'cool', 'heat_cool', 'auto', 'dry', 'fan_only'];

export const commandIntents: Readonly<Record<string, CommandIntent>> = {
  turn_on: plain('turn_on', ({ capabilities }) => capabilities.onOff),
  turn_off: plain('turn_off', ({ capabilities }) => capabilities.onOff),
  set_brightness: {
    wish: (said) => ({ do: 'set_brightness', percent: Number(said('percent') ?? said('level')) }),
    fits: ({ capabilities }) => capabilities.brightness,
    impliedClass: 'light',
  },
  // A lock opens too: that is understood, and refused where locks are.
  open: plain('open', ({ capabilities }) => capabilities.open || capabilities.lock),
  close: plain('close', ({ capabilities }) => capabilities.close),
  lock: plain('lock', ({ capabilities }) => capabilities.lock),
  unlock: plain('unlock', ({ capabilities }) => capabilities.lock),
  activate: plain('activate', ({ domain }) => domain === 'scene' || domain === 'script'),
  set_temperature: {
    wish: (said) => ({ do: 'set_temperature', degrees: Number(said('number')), unit: null }),
    fits: isClimate,
    impliedClass: 'climate',
  },
  change_temperature: {
    wish: (said) => ({
      do: 'change_temperature',
      byDegrees: (said('warmer') === 'down' ? -1 : 1) * Number(said('number') ?? 1),
    }),
    fits: isClimate,
    impliedClass: 'climate',
  },
  set_hvac_mode: {
    wish: (said) => ({ do: 'set_hvac_mode', mode: hvacModes.find((mode) => mode === said('hvac')) ?? 'off' }),
    fits: isClimate,
    impliedClass: 'climate',
  },
};

/** Classes of contact sensors whose `on` means open. */
const openings: ReadonlySet<string | null> = new Set(['door', 'window', 'garage_door', 'opening']);

/** True when the state word makes sense for the entity. */
export function canBe(entity: Entity, state: string): boolean {
  const { domain, deviceClass, capabilities } = entity;
  const isContact = domain === 'binary_sensor';
  if (state === 'open' || state === 'closed')
    return domain === 'cover' || domain === 'valve' || (isContact && openings.has(deviceClass));
  if (state === 'locked' || state === 'unlocked')
    return domain === 'lock' || (isContact && deviceClass === 'lock');
  return (
    capabilities.onOff ||
    domain === 'climate' ||
    (isContact && !openings.has(deviceClass) && deviceClass !== 'lock')
  );
}

export function stateQuestion(said: Said): Question {
  return { ask: 'state', state: said('state') ?? '', wanted: wantedOf(said('wanted')) };
}

function wantedOf(value: string | undefined): Wanted {
  return value === 'any' || value === 'which' || value === 'count' ? value : 'all';
}

/** Reads a slot of a parse by its name. */
export function slotReader(captures: readonly Capture[]): Said {
  return (slot) => captures.find((capture) => capture.slot === slot)?.value;
}
