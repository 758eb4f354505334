/** What every provider of a language model has to do, over the real wire format of its API. */
import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import type { ProviderKind, Script } from '../../../src/bench/llm/stand-in/script.ts';
import { openStandIn, type StandIn, standInModel } from '../../../src/bench/llm/stand-in/stand-in.ts';
import { createProvider } from '../../../src/engines/llm/create.ts';
import type { Provider } from '../../../src/engines/llm/provider.ts';
import { answerOf, callsOf, prompt, textOf } from './llm-answer.ts';
import { standInKey, standInSettings } from './stand-in-settings.ts';
import { noAbort } from '../streams.ts';

type Connection = AsyncDisposable & { readonly server: StandIn; readonly provider: Provider };

/** A stand-in and the provider that asks it. */
export async function connectedProvider(
  kind: ProviderKind,
  script: Script,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Connection> {
  const models = [{ name: standInModel, contextTokens: 32_768 }];
  const server = await openStandIn(kind, script, { key: standInKey, models });
  const settings = standInSettings([{ kind, url: server.url, more }]);
  const [first] = settings.providers;
  if (!first) throw new Error('no provider');
  const provider = createProvider(first, settings);
  return { server, provider, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** To be called inside a `describe`. */
export function itConformsToLanguageModel(kind: ProviderKind): void {
  it('streams text piece by piece and ends once, with its count of tokens', async () => {
    const tokens = { input: 900, cached: kind === 'ollama' ? 0 : 800, output: 7 };
    await using model = await connectedProvider(kind, [{ pieces: ['It is 21 °C – warm 🔥.'], tokens }]);
    const parts = await answerOf(model.provider);
    expect(textOf(parts)).toBe('It is 21 °C – warm 🔥.');
    expect(parts.filter((part) => part.kind === 'text').length).toBeGreaterThan(3);
    expect(parts.filter((part) => part.kind === 'end')).toEqual([{ kind: 'end', why: 'finished', tokens }]);
    expect(parts.at(-1)?.kind).toBe('end');
  });

  it('hands on the first piece before the second is sent', async () => {
    await using model = await connectedProvider(kind, [
      { pieces: [{ text: 'It is ' }, { text: 'warm.' }], fault: { after: 1, kind: 'hang' } },
    ]);
    const parts = model.provider.answer(prompt, { signal: noAbort })[Symbol.asyncIterator]();
    expect(await parts.next()).toEqual({ done: false, value: { kind: 'text', text: 'It is ' } });
    await parts.return?.();
  });

  it('sends system text, situation, tools and the bound of the answer', async () => {
    await using model = await connectedProvider(kind, ['Fine.']);
    await answerOf(model.provider);
    expect(model.server.exchanges[0]?.request).toMatchObject({
      model: standInModel,
      system: 'You are the voice of a home.\n\nIt is Tuesday.',
      messages: prompt.messages,
      tools: prompt.tools,
      maxTokens: 300,
    });
  });

  it('gives parallel calls whole, each with its own id', async () => {
    const inputs = [{ name: 'Büro "Süd"' }, { name: 'cellar', deep: [1, { two: null }] }];
    await using model = await connectedProvider(kind, [
      ['One moment. ', ...inputs.map((input) => ({ call: 'get_state', input }))],
    ]);
    const parts = await answerOf(model.provider);
    expect(parts[0]?.kind).toBe('text');
    expect(callsOf(parts)).toMatchObject(inputs.map((input) => ({ name: 'get_state', input })));
    expect(new Set(callsOf(parts).map(({ id }) => id)).size).toBe(2);
    expect(callsOf(parts).every(({ id }) => /^[a-zA-Z0-9_-]{1,64}$/.test(id))).toBe(true);
    expect(parts.at(-1)).toMatchObject({ kind: 'end', why: 'finished' });
  });

  it('gives a call without input an empty one', async () => {
    await using model = await connectedProvider(kind, [[{ call: 'get_state', input: {} }]]);
    expect(callsOf(await answerOf(model.provider))).toMatchObject([{ input: {} }]);
  });

  it('sends calls and their results back as the API wants them', async () => {
    await using model = await connectedProvider(kind, [
      [
        { call: 'get_state', input: { name: 'a' } },
        { call: 'get_state', input: { name: 'b' } },
      ],
      'Both are warm.',
    ]);
    const calls = callsOf(await answerOf(model.provider));
    const results = calls.map(({ id, name }, index) => ({
      callId: id,
      name,
      content: `result ${index}`,
      isError: false,
    }));
    const parts = await answerOf(model.provider, {
      ...prompt,
      messages: [...prompt.messages, { from: 'model', text: '', calls }, { from: 'tools', results }],
    });
    expect(textOf(parts)).toBe('Both are warm.');
    const [, , sent] = model.server.exchanges[1]?.request.messages ?? [];
    const contents = sent?.from === 'tools' ? sent.results.map(({ content }) => content) : [];
    expect(contents).toEqual(['result 0', 'result 1']);
  });

  it('takes a dialogue of several turns, also one that another provider has begun', async () => {
    const calls = [{ id: 'toolu_01Abc', name: 'get_state', input: 'no object' }];
    const results = [{ callId: 'toolu_01Abc', name: 'get_state', content: '', isError: true }];
    await using model = await connectedProvider(kind, ['Good night.']);
    const parts = await answerOf(model.provider, {
      ...prompt,
      messages: [
        { from: 'model', text: 'Good evening.', calls: [] },
        { from: 'person', text: 'How warm is it?' },
        { from: 'model', text: 'Let me see.', calls },
        { from: 'tools', results },
        { from: 'model', text: 'I do not know.', calls: [] },
        { from: 'person', text: 'Good night.' },
      ],
    });
    expect(textOf(parts)).toBe('Good night.');
    expect(model.server.exchanges[0]?.request.messages.at(-1)).toEqual({
      from: 'person',
      text: 'Good night.',
    });
  });

  it('leaves out what the provider marks as thoughts', async () => {
    await using model = await connectedProvider(kind, [
      [{ thought: 'They want the time.' }, 'It is ', { thought: 'Hm.' }, 'noon.'],
    ]);
    expect(textOf(await answerOf(model.provider))).toBe('It is noon.');
  });

  it('tells an answer that ended at its bound', async () => {
    await using model = await connectedProvider(kind, [{ pieces: ['Once upon'], end: 'length' }]);
    expect((await answerOf(model.provider)).at(-1)).toMatchObject({ kind: 'end', why: 'length' });
  });

  it('works without tools, without system text and without a situation', async () => {
    await using model = await connectedProvider(kind, ['Hello.']);
    const bare = { ...prompt, system: { stable: '', situation: '' }, tools: [] };
    expect(textOf(await answerOf(model.provider, bare))).toBe('Hello.');
    expect(model.server.exchanges[0]?.request).toMatchObject({ system: '', tools: [] });
  });

  it('lets a model finish without tools after calls', async () => {
    await using model = await connectedProvider(kind, [[{ call: 'get_state', input: {} }], 'It is warm.']);
    const calls = callsOf(await answerOf(model.provider));
    const results = calls.map(({ id, name }) => ({ callId: id, name, content: '24', isError: false }));
    const messages = [
      ...prompt.messages,
      { from: 'model', text: '', calls },
      { from: 'tools', results },
    ] as const;
    expect(textOf(await answerOf(model.provider, { ...prompt, messages, tools: [] }))).toBe('It is warm.');
    expect(model.server.exchanges[1]?.request.tools).toEqual([]);
  });

  it('asks again over connections that are there', async () => {
    const texts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'];
    await using model = await connectedProvider(kind, texts);
    for (const text of texts) expect(textOf(await answerOf(model.provider))).toBe(text);
    // Node asks the second time before it knows that the first connection is free.
    expect(model.server.connectionCount).toBeLessThanOrEqual(2);
  });

  it('leaves no listener behind on the signal of a turn', async () => {
    await using model = await connectedProvider(kind, ['One.', 'Two.']);
    const { signal } = new AbortController();
    await answerOf(model.provider, prompt, signal);
    await answerOf(model.provider, prompt, signal);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('looks whether the provider is there and has the model, and how much it can read', async () => {
    await using model = await connectedProvider(kind, []);
    expect(await model.provider.look({ signal: noAbort })).toMatchObject({
      contextTokens: 32_768,
      isListed: true,
    });
    expect(model.server.exchanges).toEqual([]);
  });
}
