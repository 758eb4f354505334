/** A dialogue as a conversation leaves it, for the tests that keep or read one. */
import type { Dialogue } from '../../../src/agent/dialogue/dialogue.ts';

export function dialogueOf(conversationId: string, more: Partial<Dialogue> = {}): Dialogue {
  return {
    conversationId,
    revision: 1,
    pending: null,
    lastEntityIds: [],
    lastOffered: [],
    lastWish: null,
    lastAction: null,
    exchanges: [],
    speaker: { channel: 'cli', conversationId, satelliteId: null, deviceId: null, userId: null },
    updatedAtMs: 0,
    ...more,
  };
}
