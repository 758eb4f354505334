/** The conversation that was last spoken in: the next sentence probably comes from there, and may refer to it. */
import type { Dialogue } from '../../agent/dialogue/dialogue.ts';
import { dialogueLifeMs } from '../../agent/ports/dialogue-store.ts';
import type { Speaker } from '../../agent/speaker.ts';
import type { Clock } from '../../core/clock.ts';
import type { AgentStores } from '../data/sturdy-stores.ts';

/** Most people speak in one of a few rooms, and for each of them replies would be made ahead. */
const placeLimit = 3;

export class RecentDialogue {
  readonly #clock: Clock;
  #last: Dialogue | undefined;
  #speakers: readonly Speaker[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** As long as it lives. */
  get value(): Dialogue | undefined {
    const last = this.#last;
    return last && this.#clock.now() - last.updatedAtMs < dialogueLifeMs ? last : undefined;
  }

  /** Who last spoke from each place, the newest first: also after their conversations have ended. */
  get speakers(): readonly Speaker[] {
    return this.#speakers;
  }

  clear(): void {
    this.#last = undefined;
    this.#speakers = [];
  }

  #keep(dialogue: Dialogue): void {
    this.#last = dialogue;
    const { speaker } = dialogue;
    const elsewhere = this.#speakers.filter((other) => !isSamePlace(other, speaker));
    this.#speakers = [speaker, ...elsewhere].slice(0, placeLimit);
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
          if (isKept) this.#keep(dialogue);
          return isKept;
        },
      },
    };
  }
}

const isSamePlace = (one: Speaker, other: Speaker): boolean =>
  one.satelliteId === other.satelliteId && one.deviceId === other.deviceId;
