/** What every action is made of: one device as it is now, and the service, data and proof for it. */
import type { Action } from '../../../home/call.ts';
import type { Entity, EntityState } from '../../../home/model/home-model.ts';
import type { FoundMedia } from '../../../home/query.ts';
import type { Wish } from '../../understand/wish.ts';

export type TemperatureUnit = 'C' | 'F';

/** The device an action is for, as it is now. */
export type Target = {
  readonly entity: Entity;
  readonly state: EntityState | undefined;
  /** The unit of the home, in which thermostats speak. */
  readonly unit: TemperatureUnit;
  /** With a wish for something to play: what was found for it; null for nothing. */
  readonly media?: FoundMedia | null;
};

/** Why a device can not do what was asked. */
export type Unable =
  /** It has not got that function. */
  | { readonly why: 'unsupported' }
  /** It has it, but not as it is now: nothing plays, or it tells no figure to start from. */
  | { readonly why: 'not-now' }
  /** It is off, and would not take it. */
  | { readonly why: 'is-off' }
  /** It wants a code, which nobody gives to a voice. */
  | { readonly why: 'needs-code' }
  /** The figure is outside of what it takes. */
  | { readonly why: 'out-of-range'; readonly min: number; readonly max: number }
  /** It knows other modes or sources. */
  | { readonly why: 'unknown-choice'; readonly choices: readonly string[] }
  /** Nothing to play fits the words. */
  | { readonly why: 'nothing-found' }
  /** These are not on the list. */
  | { readonly why: 'not-listed'; readonly items: readonly string[] };

export type Planned =
  | {
      readonly kind: 'action';
      readonly action: Action;
      /** Of a relative wish: the figure it came to for this device. */
      readonly cameTo?: Wish;
    }
  | { readonly kind: 'unable'; readonly unable: Unable };

/** A lamp answers in 80–250 ms; after this a person has noticed the silence. */
const quickDeadlineMs = 800;

/** A robot wakes up, a player loads: whoever talks to one knows that it thinks for a moment. */
export const slowStartDeadlineMs = 2_000;

export type ActionParts = {
  readonly service: string;
  readonly data?: Action['data'];
  readonly proves: (state: EntityState) => boolean;
  readonly underway?: (state: EntityState) => boolean;
  readonly deadlineMs?: number;
  /** Where the service belongs to another domain than the device. */
  readonly domain?: string;
  readonly isProvenByReply?: boolean;
};

export function plan({ entity }: Target, parts: ActionParts): Planned {
  const { entityId, domain } = entity;
  const defaults = { domain, data: {}, underway: () => false, deadlineMs: quickDeadlineMs };
  return { kind: 'action', action: { entityId, ...defaults, ...parts } };
}

/** The same action, told by the figure it came to. */
export function cameTo(wish: Wish, planned: Planned): Planned {
  return planned.kind === 'action' ? { ...planned, cameTo: wish } : planned;
}

export function unable(reason: Unable): Planned {
  return { kind: 'unable', unable: reason };
}

export const unsupported: Planned = unable({ why: 'unsupported' });

/** True when the device reports one of these bits of `supported_features`. */
export function supports({ state }: Pick<Target, 'state'>, ...bits: readonly number[]): boolean {
  const features = Number(state?.attributes['supported_features'] ?? 0);
  return bits.some((bit) => (features & bit) !== 0);
}

export function numberOf(state: EntityState | undefined, attribute: string): number | undefined {
  const value = state?.attributes[attribute];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function textOf(state: EntityState | undefined, attribute: string): string | undefined {
  const value = state?.attributes[attribute];
  return typeof value === 'string' ? value : undefined;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

export function isNear(value: number | undefined, wanted: number, slack: number): boolean {
  return value !== undefined && Math.abs(value - wanted) <= slack;
}

/** A state that tells something. */
export function isTelling({ state }: EntityState): boolean {
  return state !== 'unavailable' && state !== 'unknown';
}

const notOn: ReadonlySet<string> = new Set(['off', 'standby', 'unavailable', 'unknown']);

/** Whatever a device does while it is on: `on`, `playing`, `eco`, `heat`. */
export function isOn({ state }: EntityState): boolean {
  return !notOn.has(state);
}

export function isOff({ state }: EntityState): boolean {
  return state === 'off' || state === 'standby';
}
