/** The conversation that was last spoken in: the next sentence probably comes from there, and may refer to it. */
import type { Dialogue } from '../agent/dialogue/dialogue.ts';
import { dialogueLifeMs } from '../agent/ports/dialogue-store.ts';
import type { Clock } from '../core/clock.ts';
import type { AgentStores } from './sturdy-stores.ts';

export class RecentDialogue {
  readonly #clock: Clock;
  #last: Dialogue | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** As long as it lives. */
  get value(): Dialogue | undefined {
    const last = this.#last;
    return last && this.#clock.now() - last.updatedAtMs < dialogueLifeMs ? last : undefined;
  }

  clear(): void {
    this.#last = undefined;
  }

  /** The same stores; the dialogue saved last is kept here. */
  watched(stores: AgentStores): AgentStores {
    const { turns, dialogues } = stores;
    return {
      turns,
      dialogues: {
        load: (conversationId) => dialogues.load(conversationId),
        save: async (dialogue) => {
          const isKept = await dialogues.save(dialogue);
          if (isKept) this.#last = dialogue;
          return isKept;
        },
      },
    };
  }
}
