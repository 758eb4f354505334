import { describe, expect, it } from 'vitest';
import type { Agent, TurnOutcome } from '../../../../src/agent/agent.ts';
import { OwnReplies, rememberReplies } from '../../../../src/app/foresight/own-replies.ts';

const outcome = (more: Partial<TurnOutcome>): TurnOutcome => ({
  kind: 'outcome',
  turnId: 't',
  speech: 'Stehlampe an.',
  language: 'de',
  understood: true,
  continueConversation: false,
  changes: [],
  path: 'local',
  ...more,
});
const change = { entityId: 'light.x', name: 'X', before: 'off', after: 'on', proof: 'proven' } as const;

async function isRemembered(more: Partial<TurnOutcome>): Promise<boolean> {
  const replies = new OwnReplies();
  const agent: Agent = {
    languages: ['en'],
    async *respond() {
      yield outcome(more);
    },
  };
  const { signal } = new AbortController();
  const request = { turnId: 't', text: 'x', language: 'de', channel: 'cli' } as const;
  for await (const _part of rememberReplies(agent, replies).respond(request, { signal }));
  return replies.has('Stehlampe an.');
}

describe('own replies', () => {
  it('are those of our templates, whoever read the sentence', async () => {
    expect(await isRemembered({ path: 'local' })).toBe(true);
    expect(await isRemembered({ path: 'ha', changes: [change] })).toBe(true);
  });

  it('are not those that tell what a person asked to be remembered', async () => {
    expect(await isRemembered({ path: 'local', isPersonal: true })).toBe(false);
  });

  it("are not Home Assistant's words, nor a language model's", async () => {
    expect(await isRemembered({ path: 'ha' })).toBe(false);
    expect(await isRemembered({ path: 'llm', changes: [change] })).toBe(false);
  });
});
