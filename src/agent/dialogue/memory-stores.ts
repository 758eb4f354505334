/** Stores in this process's memory, bounded in time and number. */
import type { Clock } from '../../core/clock.ts';
import { dialogueLifeMs, type DialogueStore } from '../ports/dialogue-store.ts';
import type { Kept } from '../ports/kept.ts';
import { type KnownTurn, turnLifeMs, type TurnStore } from '../ports/turn-store.ts';
import type { Dialogue } from './dialogue.ts';

/** More than a large household has in these times; a bound against a client that floods. */
export const memoryLimit = 1_000;

/** A memory in front of a store that only this process writes. */
export type Recalling<T> = {
  /** Takes over the newest `memoryLimit` of what a store keeps; called once, before anything else is known. */
  recall(kept: readonly Kept<T>[]): void;
  /** What is alive and not known here is not known to the store either. */
  knowsAll(): boolean;
};

/** `clear` forgets all of them. */
export function memoryDialogues(clock: Clock): DialogueStore & Recalling<Dialogue> & { clear(): void } {
  const kept = new ExpiringMap<Dialogue>(dialogueLifeMs, clock);
  return {
    load: async (conversationId) => kept.get(conversationId),
    save: async (dialogue) => {
      const newest = kept.get(dialogue.conversationId);
      if (newest !== undefined && newest.revision >= dialogue.revision) return false;
      kept.set(dialogue.conversationId, dialogue);
      return true;
    },
    clear: () => kept.replaceAll(() => undefined),
    recall: (rows) => kept.recall(rows),
    knowsAll: () => kept.isWhole,
  };
}

/** `silence` forgets what was said; that the turns began to act stays known, so that none acts twice. */
export function memoryTurns(clock: Clock): TurnStore & Recalling<KnownTurn> & { silence(): void } {
  const kept = new ExpiringMap<KnownTurn>(turnLifeMs, clock);
  return {
    find: async (turnId) => kept.get(turnId),
    start: async (turnId) => kept.set(turnId, { kind: 'started' }),
    save: async (outcome) => kept.set(outcome.turnId, outcome),
    silence: () => kept.replaceAll(() => ({ kind: 'started' })),
    recall: (rows) => kept.recall(rows),
    knowsAll: () => kept.isWhole,
  };
}

/** Drops what is older than its life, and the oldest when full. */
class ExpiringMap<T> {
  readonly #lifeMs: number;
  readonly #clock: Clock;
  /** In the order in which they end. */
  readonly #values = new Map<string, { readonly value: T; readonly endsAtMs: number }>();
  /** Until then something may be alive that was dropped here; for ever where nothing was recalled. */
  #incompleteUntilMs = Number.POSITIVE_INFINITY;

  constructor(lifeMs: number, clock: Clock) {
    this.#lifeMs = lifeMs;
    this.#clock = clock;
  }

  get isWhole(): boolean {
    return this.#clock.now() >= this.#incompleteUntilMs;
  }

  recall(kept: readonly Kept<T>[]): void {
    this.#incompleteUntilMs = this.#clock.now() + (kept.length < memoryLimit ? 0 : this.#lifeMs);
    for (const { id, value, atMs } of kept.toSorted((one, other) => one.atMs - other.atMs))
      this.#values.set(id, { value, endsAtMs: atMs + this.#lifeMs });
  }

  get(key: string): T | undefined {
    const entry = this.#values.get(key);
    return entry && entry.endsAtMs > this.#clock.now() ? entry.value : undefined;
  }

  /** Values that become undefined are dropped. */
  replaceAll(replace: (value: T) => T | undefined): void {
    for (const [key, { value, endsAtMs }] of this.#values) {
      const other = replace(value);
      if (other === undefined) this.#drop(key, endsAtMs);
      else this.#values.set(key, { value: other, endsAtMs });
    }
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    const nowMs = this.#clock.now();
    this.#values.set(key, { value, endsAtMs: nowMs + this.#lifeMs });
    for (const [oldest, { endsAtMs }] of this.#values) {
      const isAlive = endsAtMs > nowMs;
      if (isAlive && this.#values.size <= memoryLimit) return;
      this.#drop(oldest, endsAtMs);
    }
  }

  #drop(key: string, endsAtMs: number): void {
    this.#values.delete(key);
    if (endsAtMs > this.#clock.now()) this.#incompleteUntilMs = Math.max(this.#incompleteUntilMs, endsAtMs);
  }
}
