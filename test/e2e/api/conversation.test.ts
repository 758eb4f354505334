import { EventEmitter, once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { conversationLine } from '../../../src/api/conversation-messages.ts';
import type { Agent } from '../../../src/agent/agent.ts';
import { EngineError } from '../../../src/core/errors.ts';
import { startApi, testToken } from '../../support/api-server.ts';
import { createHomeAgent } from '../../../src/app/agent/home-agent.ts';
import { memoryStores } from '../../../src/app/data/stores.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { echoAgent } from '../../support/voice-server.ts';

/** An agent that says its words, then waits for its signal; tells when it began and when it was aborted. */
function waitingAgent(words: readonly string[]) {
  const bell = new EventEmitter();
  const agent: Agent = {
    languages: ['en'],
    async *respond(_, { signal }) {
      signal.addEventListener('abort', () => bell.emit('aborted'), { once: true });
      bell.emit('begun');
      for (const text of words) yield { kind: 'delta', text };
      await once(bell, 'aborted');
      signal.throwIfAborted();
    },
  };
  return { agent, begun: once(bell, 'begun'), aborted: once(bell, 'aborted') };
}

describe('POST /api/v1/conversation', () => {
  it('streams the reply as lines that fit the schema, the outcome last', async () => {
    await using api = await startApi();
    const lines = (await api.converse({ text: 'hello', language: 'de', turn_id: 't1' })).map((line) =>
      conversationLine.parse(line),
    );
    expect(lines.map(({ type }) => type)).toEqual(['delta', 'delta', 'outcome']);
    expect(lines.at(-1)).toMatchObject({
      turn_id: 't1',
      speech: 'You said: hello',
      language: 'de',
      protocol: 1,
    });
  });

  it('changes the home and tells each device with its proof', async () => {
    await using demo = await connectDemo();
    await using api = await startApi({ agent: agentFor(demo.home) });
    const lines = await api.converse({ text: 'turn off the bedroom lamp', language: 'en' });
    const outcome = lines.at(-1) as { changes: { entity_id: string; proof: string }[] };
    for (const { entity_id, proof } of outcome.changes) {
      expect(['proven', 'already']).toContain(proof);
      expect(demo.home.model().entities.has(entity_id)).toBe(true);
    }
    expect(outcome.changes.length).toBeGreaterThan(0);
  });

  it('acts once when the same turn id comes twice, also at the same time', async () => {
    await using demo = await connectDemo();
    await using api = await startApi({ agent: agentFor(demo.home) });
    const turn = { text: 'turn on the kitchen lights', language: 'en', turn_id: 'same' };
    const [first, second] = await Promise.all([api.converse(turn), api.converse(turn)]);
    const third = await api.converse({ ...turn, text: 'turn off the kitchen lights' });
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it('hands on everything the caller knows about where and who', async () => {
    const seen: unknown[] = [];
    const agent: Agent = {
      languages: ['en'],
      async *respond(request, options) {
        seen.push(request);
        yield* echoAgent.respond(request, options);
      },
    };
    await using api = await startApi({ agent });
    await api.converse({
      text: 'x',
      language: 'en',
      turn_id: 't',
      conversation_id: 'c',
      user: { id: 'u', name: 'Ada' },
      device_id: 'd',
      satellite_id: 'assist_satellite.hall',
      area_id: 'hall',
      floor_id: 'ground',
      extra_prompt: 'be brief',
      device_supports_timers: true,
      something_newer: 1,
    });
    expect(seen).toEqual([
      {
        turnId: 't',
        text: 'x',
        language: 'en',
        channel: 'http',
        conversationId: 'c',
        user: { id: 'u', name: 'Ada' },
        deviceId: 'd',
        satelliteId: 'assist_satellite.hall',
        areaId: 'hall',
        floorId: 'ground',
        extraPrompt: 'be brief',
        deviceSupportsTimers: true,
      },
    ]);
  });

  it.each([[['One']], [[]]])('aborts the turn when the caller hangs up after %j', async (words) => {
    const { agent, begun, aborted } = waitingAgent(words);
    await using api = await startApi({ agent });
    const request = httpRequest(`${api.url}/api/v1/conversation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testToken}` },
    });
    request.on('error', () => undefined);
    request.end(JSON.stringify({ text: 'wait' }));
    await begun;
    if (words.length > 0) await once(request, 'response');
    request.destroy();
    await aborted;
    expect(api.facts).toEqual([]);
  });

  it('does nothing in the home when the caller hung up before the action', async () => {
    await using demo = await connectDemo();
    const bell = new EventEmitter();
    const memory = memoryStores(systemClock);
    const start = async () => {
      bell.emit('about to act');
      await once(bell, 'go on');
    };
    const stores = { ...memory, turns: { ...memory.turns, start } };
    const agent = createHomeAgent({ home: demo.home, clock: systemClock, stores });
    const ended = once(bell, 'ended');
    const watched: Agent = {
      languages: agent.languages,
      async *respond(request, options) {
        try {
          options.signal.addEventListener('abort', () => bell.emit('go on'), { once: true });
          yield* agent.respond(request, options);
        } finally {
          bell.emit('ended');
        }
      },
    };
    await using api = await startApi({ agent: watched });
    const before = demo.home.model().version;
    const caller = new AbortController();
    const aboutToAct = once(bell, 'about to act');
    const body = JSON.stringify({ text: 'turn on the kitchen lights', language: 'en' });
    const request = api.request('/api/v1/conversation', { method: 'POST', body, signal: caller.signal });
    await aboutToAct;
    caller.abort();
    await expect(request).rejects.toThrow();
    await ended;
    const after = await say(agent, 'are the kitchen lights on');
    expect(after.speech).toMatch(/no|off/i);
    expect(demo.home.model().version).toBe(before);
  });

  it('answers a failure before the first word with a status, and a later one as the last line', async () => {
    const failing = (words: readonly string[]): Agent => ({
      languages: ['en'],
      async *respond() {
        for (const text of words) yield { kind: 'delta', text };
        throw new EngineError('ENGINE_OVERLOADED', 'secret detail');
      },
    });
    await using early = await startApi({ agent: failing([]) });
    const response = await early.request('/api/v1/conversation', { method: 'POST', body: '{"text":"x"}' });
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('secret');
    await using late = await startApi({ agent: failing(['One']) });
    expect(await late.converse({ text: 'x' })).toEqual([
      { type: 'delta', text: 'One' },
      { type: 'error', error: { code: 'ENGINE_OVERLOADED', message: expect.not.stringContaining('secret') } },
    ]);
    expect(late.facts).toMatchObject([{ stage: 'agent', errorCode: 'ENGINE_OVERLOADED' }]);
  });

  it('reports the stage of each turn', async () => {
    await using api = await startApi();
    await api.converse({ text: 'hello', language: 'en', turn_id: 't', satellite_id: 's' });
    expect(api.facts).toMatchObject([
      { stage: 'agent', turnId: 't', satelliteId: 's', understood: true, pii: { speech: 'You said: hello' } },
    ]);
  });

  it.each([
    ['{', 'the body is no JSON'],
    ['{"text":""}', 'text'],
    ['{"text":"x","user":{"name":"no id"}}', 'user.id'],
    ['{"text":7}', 'text'],
  ])('refuses %s and names the fault, not the words', async (body, fault) => {
    await using api = await startApi();
    const response = await api.request('/api/v1/conversation', { method: 'POST', body });
    expect(response.status).toBe(400);
    const answer = (await response.json()) as { error: { code: string; message: string } };
    expect(answer.error.code).toBe('REQUEST_INVALID');
    expect(answer.error.message.toLowerCase()).toContain(fault.toLowerCase());
    expect(answer.error.message).not.toContain('no id');
  });
});

describe('closing the server', () => {
  it('lets a running turn say its last word', async () => {
    const bell = new EventEmitter();
    const agent: Agent = {
      languages: ['en'],
      async *respond(request, options) {
        bell.emit('begun');
        await once(bell, 'go on');
        yield* echoAgent.respond(request, options);
      },
    };
    const api = await startApi({ agent });
    const begun = once(bell, 'begun');
    const lines = api.converse({ text: 'hello' });
    await begun;
    const closed = api[Symbol.asyncDispose]();
    await expect(fetch(`${api.url}/health`)).rejects.toThrow();
    bell.emit('go on');
    expect(await lines).toHaveLength(3);
    await closed;
  });

  it('ends a turn that takes too long, and says so', async () => {
    const { agent, begun } = waitingAgent(['One']);
    const api = await startApi({ agent });
    const lines = api.converse({ text: 'wait' });
    await begun;
    await api[Symbol.asyncDispose]();
    expect(await lines).toMatchObject([
      { type: 'delta' },
      { type: 'error', error: { code: 'SHUTTING_DOWN' } },
    ]);
  });
});
