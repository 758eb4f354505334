/** The stand-ins themselves: they take what the real APIs take, and nothing else goes unnoticed. */
import { describe, expect, it } from 'vitest';
import { lastSaid, toolResults } from '../../../../src/bench/llm/stand-in/script.ts';
import { openStandIn, standInModel } from '../../../../src/bench/llm/stand-in/stand-in.ts';

const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'anthropic-version': '2026-10-21', ...headers },
  });

const paths = {
  ollama: '/api/chat',
  anthropic: '/v1/messages',
  // Its users write /v1 into the address.
  openai: '/chat/completions',
} as const;

const user = { role: 'user', content: 'Hello.' };
const requests = {
  ollama: { model: standInModel, messages: [user], stream: true },
  anthropic: { model: standInModel, messages: [user], stream: true, max_tokens: 10 },
  openai: { model: standInModel, messages: [user], stream: true },
} as const;

const kinds = ['ollama', 'anthropic', 'openai'] as const;

describe.each(kinds)('the stand-in for %s', (kind) => {
  it('answers a request by its script, which may read the request', async () => {
    await using server = await openStandIn(kind, (request) => `You said: ${lastSaid(request)}`);
    const response = await post(server.url + paths[kind], requests[kind]);
    expect(response.status).toBe(200);
    const body = await response.text();
    for (const word of ['You', 'said:', 'Hello.']) expect(body).toContain(word);
    expect(server.exchanges).toMatchObject([{ state: 'whole', request: { model: standInModel } }]);
    expect(toolResults(server.exchanges[0]!.request)).toEqual([]);
  });

  it('records a request without a turn, and throws when it is disposed', async () => {
    const server = await openStandIn(kind, []);
    expect((await post(server.url + paths[kind], requests[kind])).status).toBe(500);
    await expect(server[Symbol.asyncDispose]()).rejects.toThrow('request 1 has no turn in the script');
  });

  it.each([
    ['an unknown field', { nonsense: true }],
    ['no stream', { stream: false }],
    ['a message of nobody', { messages: [{ role: 'nobody', content: 'Hello.' }] }],
    [
      'a result without a call',
      { messages: [user, { role: 'tool', content: 'x', tool_call_id: 'y', tool_name: 'z' }] },
    ],
  ])('refuses and records %s', async (_, change) => {
    await using server = await openStandIn(kind, ['Never said.']);
    expect((await post(server.url + paths[kind], { ...requests[kind], ...change })).status).toBe(400);
    expect(server.takeProblems()).toHaveLength(1);
    expect(server.exchanges).toEqual([]);
  });

  it('records a place the API has not got', async () => {
    await using server = await openStandIn(kind, []);
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(400);
    expect(server.takeProblems()).toEqual([expect.stringContaining('/nowhere')]);
  });

  it('takes its own key alone', async () => {
    await using server = await openStandIn(kind, ['Hello.'], { key: 'right' });
    const asked = (key: string) =>
      post(server.url + paths[kind], requests[kind], { authorization: `Bearer ${key}` });
    expect((await asked('wrong')).status).toBe(401);
    expect((await asked('right')).status).toBe(200);
  });

  it('is gone when it is stopped and back on the same port', async () => {
    await using server = await openStandIn(kind, ['Hello.']);
    await server.stop();
    await expect(post(server.url + paths[kind], requests[kind])).rejects.toThrow();
    await server.start();
    expect((await post(server.url + paths[kind], requests[kind])).status).toBe(200);
  });
});

describe('the stand-in for anthropic', () => {
  it('refuses a call without its result in the next message', async () => {
    await using server = await openStandIn('anthropic', []);
    const call = { type: 'tool_use', id: 'toolu_1', name: 'get_state', input: {} };
    const messages = [user, { role: 'assistant', content: [call] }, user];
    const response = await post(`${server.url}/v1/messages`, {
      ...requests.anthropic,
      tools: [{ name: 'get_state', description: 'Reads.', input_schema: { type: 'object' } }],
      messages,
    });
    expect(response.status).toBe(400);
    expect(server.takeProblems()).toEqual(['tool_use ids without results: toolu_1']);
  });
});
