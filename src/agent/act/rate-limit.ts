/** How many actions each source set going lately: whoever asks for too much at once waits. */
import type { Clock } from '../../core/clock.ts';
import type { Speaker } from '../speaker.ts';

const windowMs = 60_000;

/** More sources than the largest house has; beyond, the one that was quiet longest is forgotten, which costs it nothing. */
const maxSources = 1_000;

export class RateLimit {
  readonly #actionsPerMinute: number;
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  /** Source → when its actions of the last minute began, oldest first; the source used last stands last. */
  readonly #begun = new Map<string, readonly number[]>();

  constructor(actionsPerMinute: number, clock: Pick<Clock, 'monotonicMs'>) {
    this.#actionsPerMinute = actionsPerMinute;
    this.#clock = clock;
  }

  /** True when all of these actions may begin now, and counts them; else none may, and none is counted. */
  take(speaker: Speaker, actionCount: number): boolean {
    if (actionCount === 0) return true;
    const source = sourceOf(speaker);
    const nowMs = this.#clock.monotonicMs();
    const recent = (this.#begun.get(source) ?? []).filter((atMs) => atMs > nowMs - windowMs);
    const isTooMuch = recent.length + actionCount > this.#actionsPerMinute;
    const begun = isTooMuch ? recent : [...recent, ...Array.from({ length: actionCount }, () => nowMs)];
    this.#begun.delete(source);
    this.#begun.set(source, begun);
    const [oldest] = this.#begun.keys();
    if (this.#begun.size > maxSources && oldest !== undefined) this.#begun.delete(oldest);
    return !isTooMuch;
  }
}

/** Who is counted together. Names that a Wyoming client gives itself are worth nothing: all of them are one. */
export function sourceOf({ channel, userId, satelliteId, deviceId }: Speaker): string {
  if (channel === 'wyoming') return channel;
  if (userId !== null) return `user ${userId}`;
  return satelliteId ?? (deviceId === null ? channel : `device ${deviceId}`);
}
