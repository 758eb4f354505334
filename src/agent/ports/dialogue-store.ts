/** Keeps one dialogue per conversation; a repository, so that several replicas can share it. */
import type { Dialogue } from '../dialogue/dialogue.ts';

export type { Dialogue };

/** After this a conversation starts anew, as in Home Assistant. */
export const dialogueLifeMs = 5 * 60_000;

export type DialogueStore = {
  /** The dialogue that is still alive; undefined when there is none or it expired. */
  load(conversationId: string): Promise<Dialogue | undefined>;
  /**
   * Replaces it, unless the kept one has the same or a higher revision: false then, and nothing is changed. It
   * expires a fixed time after the last save.
   */
  save(dialogue: Dialogue): Promise<boolean>;
};
