/** What one provider alone does. */
import { describe, expect, it } from 'vitest';
import { createProvider } from '../../../../src/engines/llm/create.ts';
import { openStandIn, standInModel } from '../../../../src/bench/llm/stand-in/stand-in.ts';
import { answerOf, callsOf, prompt, textOf } from '../../../support/llm/llm-answer.ts';
import { connectedProvider } from '../../../support/llm/llm-conformance.ts';
import { standInSettings } from '../../../support/llm/stand-in-settings.ts';
import { noAbort } from '../../../support/streams.ts';

describe('Ollama', () => {
  it('asks for one window, no thoughts, and to keep the model, in loading as in answering', async () => {
    await using model = await connectedProvider('ollama', ['Hello.'], {
      contextTokens: 16_384,
      keepAliveS: 600,
    });
    await model.provider.warm?.({ signal: noAbort });
    await answerOf(model.provider);
    expect(model.server.lookups).toEqual(['load']);
    expect(model.server.exchanges[0]?.request.body).toMatchObject({
      keep_alive: 600,
      think: false,
      options: { num_ctx: 16_384, num_predict: 300 },
    });
  });

  it('tells a model that can not call tools', async () => {
    const models = [{ name: standInModel, hasTools: false }];
    await using server = await openStandIn('ollama', [], { models });
    const settings = standInSettings([server]);
    const provider = createProvider(settings.providers[0]!, settings);
    expect(await provider.look({ signal: noAbort })).toMatchObject({
      canCallTools: false,
      contextTokens: null,
    });
    await expect(answerOf(provider)).rejects.toMatchObject({
      code: 'LLM_REFUSED',
      message: expect.stringContaining('can not call tools'),
    });
  });

  it('fails to load a model that was not pulled', async () => {
    await using model = await connectedProvider('ollama', [], { model: 'qwen3:8b' });
    await expect(model.provider.warm?.({ signal: noAbort })).rejects.toMatchObject({
      code: 'LLM_REFUSED',
      message: expect.stringContaining('ollama pull qwen3:8b'),
    });
  });

  it('sends the situation with the newest words, so that the text before the tools stays the same', async () => {
    await using model = await connectedProvider('ollama', ['Hello.']);
    await answerOf(model.provider);
    expect(model.server.exchanges[0]?.request.body).toMatchObject({
      messages: [
        { role: 'system', content: prompt.system.stable },
        { role: 'user', content: expect.stringMatching(/It is Tuesday\.[^]*How warm is the office\?$/u) },
      ],
    });
  });
});

describe('Anthropic', () => {
  it('marks tools and stable text for the cache, and not the situation', async () => {
    await using model = await connectedProvider('anthropic', ['Hello.']);
    await answerOf(model.provider);
    const { cacheMarks, body } = model.server.exchanges[0]!.request;
    expect(cacheMarks).toBe(2);
    expect(body).toMatchObject({
      system: [
        { text: prompt.system.stable, cache_control: { type: 'ephemeral' } },
        { text: prompt.system.situation },
      ],
      tools: [{ name: 'get_state', cache_control: { type: 'ephemeral' } }],
    });
  });

  it('tells a result that is an error', async () => {
    const calls = [{ id: 'call_1', name: 'get_state', input: {} }];
    const results = [{ callId: 'call_1', name: 'get_state', content: 'no such device', isError: true }];
    await using model = await connectedProvider('anthropic', ['Sorry.']);
    const messages = [
      ...prompt.messages,
      { from: 'model', text: '', calls },
      { from: 'tools', results },
    ] as const;
    await answerOf(model.provider, { ...prompt, messages });
    expect(model.server.exchanges[0]?.request.messages.at(-1)).toEqual({ from: 'tools', results });
  });

  it('sends thoughts back with the results of the calls they led to', async () => {
    const calling = [
      { thought: 'The office.' },
      'Let me see. ',
      { call: 'get_state', input: { name: 'office' } },
    ];
    await using model = await connectedProvider('anthropic', [calling, 'It is warm.']);
    const parts = await answerOf(model.provider);
    const calls = callsOf(parts);
    const results = calls.map(({ id, name }) => ({ callId: id, name, content: '24', isError: false }));
    const said = { from: 'model', text: textOf(parts), calls } as const;
    const messages = [...prompt.messages, said, { from: 'tools', results }] as const;
    expect(textOf(await answerOf(model.provider, { ...prompt, messages }))).toBe('It is warm.');
    expect(model.server.exchanges[1]?.request.body).toMatchObject({
      messages: [{}, { content: [{ type: 'thinking', thinking: 'The office.' }, {}, {}] }, {}],
    });
  });

  it.each([
    [
      'turns thoughts off where the model lets it',
      'optionally',
      { thinking: { type: 'disabled' }, max_tokens: 300 },
    ],
    [
      'leaves room for thoughts that can not be turned off',
      'always',
      { output_config: { effort: 'low' }, max_tokens: 4_396 },
    ],
  ] as const)('%s', async (_, thinks, fields) => {
    await using server = await openStandIn('anthropic', ['Hello.'], {
      models: [{ name: standInModel, thinks }],
    });
    const settings = standInSettings([server]);
    const provider = createProvider(settings.providers[0]!, settings);
    await provider.look({ signal: noAbort });
    await answerOf(provider);
    expect(server.exchanges[0]?.request.body).toMatchObject(fields);
  });

  it('tells a refusal of the model', async () => {
    await using model = await connectedProvider('anthropic', [{ pieces: [], end: 'refused' }]);
    expect(await answerOf(model.provider)).toMatchObject([{ kind: 'end', why: 'refused' }]);
  });
});

describe('OpenAI', () => {
  it('tells a filtered answer', async () => {
    await using model = await connectedProvider('openai', [{ pieces: ['I'], end: 'refused' }]);
    expect((await answerOf(model.provider)).at(-1)).toMatchObject({ kind: 'end', why: 'refused' });
  });

  it('adds the fields of extra_json and leaves out those it sets to null', async () => {
    const extraJson = '{"reasoning_effort": "low", "stream_options": null}';
    await using model = await connectedProvider('openai', ['Hello.'], { extraJson, temperature: 0.5 });
    await answerOf(model.provider);
    const { body } = model.server.exchanges[0]!.request;
    expect(body).toMatchObject({ reasoning_effort: 'low', temperature: 0.5, max_tokens: 300 });
    expect(body).not.toHaveProperty('stream_options');
  });

  it('looks at one model alone in the cloud, and takes a server without such a page for well', async () => {
    await using model = await connectedProvider('openai', [], { place: 'cloud' });
    expect(await model.provider.look({ signal: noAbort })).toMatchObject({
      contextTokens: 32_768,
      isListed: true,
    });
    await using other = await connectedProvider('openai', [], { place: 'cloud', model: 'maker/model' });
    expect(await other.provider.look({ signal: noAbort })).toMatchObject({ isListed: null });
    expect(model.server.lookups).toEqual([`GET /v1/models/${standInModel}`]);
  });

  it('tells that the list of models does not name this one', async () => {
    await using model = await connectedProvider('openai', [], { model: 'another' });
    expect(await model.provider.look({ signal: noAbort })).toMatchObject({ isListed: false });
  });
});
