/** Whether a spoken code is the household's, with a limit on guessing. */
import type { Clock } from '../../core/clock.ts';
import type { Secret } from '../../core/secret.ts';
import type { PinLockStore } from '../ports/pin-lock-store.ts';
import type { Speaker } from '../speaker.ts';
import type { PinVerdict } from '../understand/plan.ts';
import { minCodeDigits } from '../understand/spoken-code.ts';
import { isPin } from './pin-hash.ts';
import { sourceOf } from './rate-limit.ts';

export type PinCheck = (pin: Secret, speaker: Speaker) => Promise<PinVerdict>;

export type PinCheckParts = {
  /** The hash as it is now, so that a new code needs no restart; undefined when none was set. */
  readonly readHash: () => Promise<string | undefined>;
  readonly locks: PinLockStore;
  readonly clock: Pick<Clock, 'now'>;
};

/** After so many wrong codes from one place none is taken there for a while. */
const maxWrong = 5;
export const lockMs = 15 * 60_000;

export function createPinCheck({ readHash, locks, clock }: PinCheckParts): PinCheck {
  /** One try after the other from each place: five at once would all be the first. */
  const turns = new Map<string, Promise<unknown>>();

  const check = async (pin: string, source: string): Promise<PinVerdict> => {
    const hash = await readHash();
    if (hash === undefined) return 'unset';
    const known = await locks.load(source);
    const nowMs = clock.now();
    // A clock that was set back must not lock a house for years.
    const isPast = !known || Math.abs(nowMs - known.lastAtMs) >= lockMs;
    const wrongCount = isPast ? 0 : known.wrongCount;
    if (wrongCount >= maxWrong) return 'locked';
    // Too short to be one: half a code, cut off by silence.
    if (pin.length < minCodeDigits) return 'wrong';
    // Counted before it is looked at: nobody guesses for free by ending the program.
    await locks.save(source, { wrongCount: wrongCount + 1, lastAtMs: nowMs });
    if (await isPin(pin, hash)) {
      await locks.remove(source);
      return 'right';
    }
    return wrongCount + 1 >= maxWrong ? 'locked' : 'wrong';
  };

  return async (pin, speaker) => {
    const source = sourceOf(speaker);
    const mine = (turns.get(source) ?? Promise.resolve()).then(() => check(pin.reveal(), source));
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    turns.set(source, settled);
    try {
      return await mine;
    } finally {
      if (turns.get(source) === settled) turns.delete(source);
    }
  };
}
