import { describe, expect, it } from 'vitest';
import { openConversation } from '../../../../src/agent/dialogue/conversation.ts';
import type { Pending } from '../../../../src/agent/dialogue/dialogue.ts';
import { memoryDialogues } from '../../../../src/agent/dialogue/memory-stores.ts';
import type { Speaker } from '../../../../src/agent/speaker.ts';
import { dialogueOf } from '../../../support/agent/dialogue.ts';

const clock = { now: () => 0, monotonicMs: () => 0 };
const ada: Speaker = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: null,
  deviceId: null,
  userId: 'ada',
};
const pending: Pending = { open: [], askedOf: ada, path: 'local', askedCount: 1 };
const memory = {
  pending: null,
  lastEntityIds: [],
  lastOffered: [],
  lastWish: null,
  lastAction: null,
  exchanges: [],
};

async function asked() {
  const dialogues = memoryDialogues(clock);
  await dialogues.save(dialogueOf('c', { pending, speaker: ada }));
  return { dialogues, clock };
}

describe('a conversation', () => {
  it('gives its question to one of two turns that come at once', async () => {
    const parts = await asked();
    const turns = await Promise.all([openConversation(ada, parts), openConversation(ada, parts)]);
    const taken = await Promise.all(turns.map((turn) => turn.takePending()));
    expect(taken).toEqual([true, false]);
  });

  it('does not bring back a question that another turn took meanwhile', async () => {
    const parts = await asked();
    const slow = await openConversation(ada, parts);
    await (await openConversation(ada, parts)).takePending();
    await slow.remember({ ...memory, pending });
    expect((await openConversation(ada, parts)).pending).toBeNull();
  });

  it('shows its question to the one who was asked alone, and keeps it for them', async () => {
    const parts = await asked();
    const eve = await openConversation({ ...ada, userId: 'eve' }, parts);
    expect(eve.pending).toBeNull();
    expect(await eve.takePending()).toBe(false);
    await eve.remember(memory);
    expect((await openConversation(ada, parts)).pending).toEqual(pending);
  });

  it('without an id remembers nothing', async () => {
    const parts = await asked();
    const alone = await openConversation({ ...ada, conversationId: null }, parts);
    expect(alone.dialogue).toBeUndefined();
    expect(await alone.takePending()).toBe(false);
    await alone.remember({ ...memory, lastEntityIds: ['light.a'] });
    expect((await openConversation(ada, parts)).dialogue?.lastEntityIds).toEqual([]);
  });
});
