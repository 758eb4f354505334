/** What Home Assistant's `HassGetState` asks, in our words. */
import type { SentenceReading } from '../../home/model/sentence-reading.ts';
import type { Slots } from './slots.ts';

/** A contact sensor that is `on` is open, unlocked, or has found something. */
const sensorStates: Readonly<Record<string, readonly [on: string, off: string]>> = {
  door: ['open', 'closed'],
  window: ['open', 'closed'],
  garage_door: ['open', 'closed'],
  opening: ['open', 'closed'],
  lock: ['unlocked', 'locked'],
  motion: ['detected', 'clear'],
  smoke: ['detected', 'clear'],
  gas: ['detected', 'clear'],
  moisture: ['wet', 'dry'],
  occupancy: ['occupied', 'clear'],
  presence: ['occupied', 'clear'],
};

export function askedState(state: string, slots: Slots): string {
  const [on, off] = sensorStates[slots.text('device_class') ?? ''] ?? ['on', 'off'];
  if (state === 'on') return on;
  if (state === 'off') return off;
  return state === 'not_home' ? 'away' : state;
}

/**
 * "all", "any", "which" and "how many" are one intent; only the rules its sentences are written with tell them
 * apart. Where they do not, all are told of.
 */
export function askedWanted(
  read: Extract<SentenceReading, { readonly kind: 'intent' | 'partly' }>,
  slot: string,
): string | undefined {
  if (slot !== 'wanted' || read.kind !== 'intent') return undefined;
  const { template } = read;
  if (/<(gs_)?which>/.test(template)) return 'which';
  if (/<(gs_)?how_?many>/.test(template)) return 'count';
  return /<(are|gs)_any>/.test(template) ? 'any' : undefined;
}
