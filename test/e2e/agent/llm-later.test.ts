/** "and off again at ten", where a language model would promise it. */
import { describe, expect, it } from 'vitest';
import { openStandIn, standInModel } from '../../../src/bench/llm/stand-in/stand-in.ts';
import { openLlmTalk } from '../../../src/bench/llm/talk.ts';
import { configSchema } from '../../../src/config/schema.ts';

async function openTalk(answer: string) {
  const server = await openStandIn('openai', () => answer);
  const provider = { kind: server.kind, url: server.url, model: standInModel, key: 'stand-in' };
  const { llm } = configSchema.parse({ llm: { providers: [provider] } });
  const talk = await openLlmTalk({ llm, signal: AbortSignal.timeout(20_000) });
  return {
    say: async (text: string) => (await talk.say(text, 'later')).outcome,
    askedCount: () => server.exchanges.length,
    async [Symbol.asyncDispose]() {
      await talk[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe('what is to be done at another time', () => {
  it.each(['and off again at ten', 'turn the bed light off in ten minutes', 'turn it off when I leave'])(
    'is not possible yet, and "%s" is told so without asking a model',
    async (text) => {
      await using talk = await openTalk("Okay, I'll turn it off then.");
      await talk.say('turn on the bed light');
      const outcome = await talk.say(text);
      expect(outcome).toMatchObject({ path: 'local', changes: [] });
      expect(outcome.speech).toMatch(/can't do things at a later time yet/);
      expect(talk.askedCount()).toBe(0);
    },
  );

  it('is not promised by a model either, where only that one understands', async () => {
    await using talk = await openTalk("Of course. I'll turn the bed light off at ten.");
    const outcome = await talk.say('would you see to it that my bed light gets some rest from ten');
    expect(outcome).toMatchObject({ path: 'llm', changes: [] });
    expect(outcome.speech).toBe("Of course. I haven't changed anything.");
  });
});
