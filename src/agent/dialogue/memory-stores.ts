/** Stores in this process's memory, bounded in time and number. */
import type { Clock } from '../../core/clock.ts';
import { dialogueLifeMs, type DialogueStore } from '../ports/dialogue-store.ts';
import { type KnownTurn, turnLifeMs, type TurnStore } from '../ports/turn-store.ts';
import type { Dialogue } from './dialogue.ts';

/** More than a large household has in these times; a bound against a client that floods. */
const limit = 1_000;

/** `clear` forgets all of them. */
export function memoryDialogues(clock: Clock): DialogueStore & { clear(): void } {
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
  };
}

/** `silence` forgets what was said; that the turns began to act stays known, so that none acts twice. */
export function memoryTurns(clock: Clock): TurnStore & { silence(): void } {
  const kept = new ExpiringMap<KnownTurn>(turnLifeMs, clock);
  return {
    find: async (turnId) => kept.get(turnId),
    start: async (turnId) => kept.set(turnId, { kind: 'started' }),
    save: async (outcome) => kept.set(outcome.turnId, outcome),
    silence: () => kept.replaceAll(() => ({ kind: 'started' })),
  };
}

/** Drops what is older than its life, and the oldest when full. */
class ExpiringMap<T> {
  readonly #lifeMs: number;
  readonly #clock: Clock;
  readonly #values = new Map<string, { readonly value: T; readonly endsAtMs: number }>();

  constructor(lifeMs: number, clock: Clock) {
    this.#lifeMs = lifeMs;
    this.#clock = clock;
  }

  get(key: string): T | undefined {
    const entry = this.#values.get(key);
    return entry && entry.endsAtMs > this.#clock.now() ? entry.value : undefined;
  }

  /** Values that become undefined are dropped. */
  replaceAll(replace: (value: T) => T | undefined): void {
    for (const [key, { value, endsAtMs }] of this.#values) {
      const other = replace(value);
      if (other === undefined) this.#values.delete(key);
      else this.#values.set(key, { value: other, endsAtMs });
    }
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, { value, endsAtMs: this.#clock.now() + this.#lifeMs });
    for (const [oldest, { endsAtMs }] of this.#values) {
      if (endsAtMs > this.#clock.now() && this.#values.size <= limit) return;
      this.#values.delete(oldest);
    }
  }
}
