/**
 * Slow devices are answered while they are on their way. What does not arrive is told later, on the satellite that
 * asked for it.
 */
import type { Background } from '../../core/background.ts';
import type { Logger } from '../../core/log.ts';
import type { Outcome } from '../act/outcome.ts';
import type { Turn } from '../turn.ts';
import type { Announcer } from '../ports/announcer.ts';
import { stateWord } from '../reply/state-words.ts';
import type { Wish } from '../understand/plan.ts';

export type LateFailureParts = {
  readonly announcer: Announcer;
  readonly background: Pick<Background, 'run'>;
  readonly log: Logger;
};

/** More devices in motion than the largest house has; what comes beyond is not followed. */
const maxFollowed = 64;

export class LateFailures {
  readonly #parts: LateFailureParts;
  /** Entity id → ends the following of what was last asked of it. */
  readonly #followed = new Map<string, AbortController>();

  constructor(parts: LateFailureParts) {
    this.#parts = parts;
  }

  /** These devices are sent elsewhere: where they were going before no longer matters. */
  supersede(entityIds: readonly string[]): void {
    for (const id of entityIds) {
      this.#followed.get(id)?.abort();
      this.#followed.delete(id);
    }
  }

  /** Follows those that have not arrived to their end, and says there what went wrong. Nothing is said where nobody listens. */
  follow(outcomes: readonly Outcome[], wish: Wish, turn: Turn): void {
    const { satelliteId } = turn.speaker;
    if (satelliteId === null) return;
    for (const outcome of outcomes) {
      if (outcome.follow === undefined || this.#followed.size >= maxFollowed) continue;
      const stop = new AbortController();
      this.#followed.set(outcome.entityId, stop);
      this.#parts.background.run('following a slow device', async (ending) => {
        try {
          const text = await endOf(outcome, wish, turn, AbortSignal.any([stop.signal, ending]));
          if (text !== null) await this.#announce(satelliteId, text, ending);
        } finally {
          if (this.#followed.get(outcome.entityId) === stop) this.#followed.delete(outcome.entityId);
        }
      });
    }
  }

  async #announce(satelliteId: string, text: string, signal: AbortSignal): Promise<void> {
    const { announcer, log } = this.#parts;
    const result = await announcer.announce({ satelliteId, text }, { signal });
    if (result.kind === 'failed')
      log.warn('a late failure could not be announced', { reason: result.reason });
  }
}

/** What to say about how it ended; null when there is nothing to say. */
async function endOf(
  { follow, proof, entity }: Outcome,
  wish: Wish,
  { pack }: Turn,
  signal: AbortSignal,
): Promise<string | null> {
  const ended = await follow?.({ signal }).catch(() => undefined);
  if (ended === undefined || signal.aborted || ended.end === 'reached') return null;
  // Where only "I've sent it" was said, silence afterwards is no news.
  if (proof === 'sent' && ended.end === 'timed-out') return null;
  const state = ended.after === undefined ? 'unavailable' : stateWord(entity, ended.after);
  return pack.lateFailure({ name: entity.name, wish, end: ended.end, state });
}
