/** A talk that changes between our grammar and a language model, over the wire of a provider, with the real tools. */
import { describe, expect, it } from 'vitest';
import { type Script, type SeenRequest, toolResults } from '../../../src/bench/llm/stand-in/script.ts';
import { openStandIn, standInModel } from '../../../src/bench/llm/stand-in/stand-in.ts';
import { openLlmTalk } from '../../../src/bench/llm/talk.ts';
import { configSchema } from '../../../src/config/schema.ts';

async function openThread(script: Script) {
  const server = await openStandIn('anthropic', script);
  const provider = { kind: server.kind, url: server.url, model: standInModel, key: 'stand-in' };
  const { llm } = configSchema.parse({ llm: { providers: [provider] } });
  const talk = await openLlmTalk({ llm, signal: AbortSignal.timeout(20_000) });
  return {
    say: async (text: string) => (await talk.say(text, 'thread')).outcome,
    requests: (): readonly SeenRequest[] => server.exchanges.map(({ request }) => request),
    async [Symbol.asyncDispose]() {
      await talk[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe('a talk between our grammar and a language model', () => {
  it('goes on with what the model spoke of', async () => {
    await using thread = await openThread(['It is warm because the thermostat is set to 21 degrees.']);
    expect((await thread.say('why is it so warm here')).path).toBe('llm');
    const after = await thread.say('then turn it down');
    expect(after.path).toBe('local');
    expect(after.changes.map(({ entityId, proof }) => ({ entityId, proof }))).toEqual([
      { entityId: 'climate.thermostat', proof: 'proven' },
    ]);
  });

  it('tells the model what was said and done before', async () => {
    await using thread = await openThread(['It has done so since this morning.']);
    await thread.say('turn on the coffee machine');
    await thread.say('what makes it smell so good in here');
    const [request] = thread.requests();
    expect(request?.messages.map(({ from }) => from)).toEqual(['person', 'model', 'person']);
    expect(request?.system).toContain('Last asked for in this talk: turn on (Coffee Machine).');
    expect(request?.system).toContain('- Coffee Machine (switch): on');
  });

  it('sends the same system text and tools in every turn', async () => {
    await using thread = await openThread(['One.', 'Two.']);
    await thread.say('what makes it smell so good in here');
    await thread.say('tell me a story about the garage');
    const [first, second] = thread.requests();
    const stable = (request: SeenRequest | undefined) => request?.system.split('Now: ')[0];
    expect(stable(second)).toBe(stable(first));
    expect(stable(first)).toContain('Answer in English.');
    expect(second?.tools).toEqual(first?.tools);
    expect(first?.tools.map(({ name }) => name)).toContain('control_home');
  });

  it('changes nothing in a turn that asks for no change, whatever the model does', async () => {
    await using thread = await openThread((request) =>
      toolResults(request).length > 0
        ? 'It stays as it is.'
        : [{ call: 'control_home', input: { action: 'turn_on', devices: ['Coffee Machine'] } }],
    );
    const outcome = await thread.say("please don't turn on the coffee machine");
    expect(outcome.changes.filter(({ proof }) => proof !== 'refused')).toEqual([]);
    expect(outcome.speech).toContain('It stays as it is.');
  });
});
