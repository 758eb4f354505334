import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startApi, testToken } from '../../support/api-server.ts';

/** Status of a request whose Host header is the test's choice, which fetch does not allow. */
async function statusWith(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const request = httpRequest(url, { headers });
  request.end();
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}

const code = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('access to the HTTP interface', () => {
  it.each([
    ['none', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['another scheme', { authorization: `Basic ${testToken}` }],
  ])('refuses a request with %s, whatever it asks for', async (_, headers) => {
    await using api = await startApi();
    for (const path of ['/api/v1/conversation', '/api/v1/home', '/metrics', '/nothing']) {
      const response = await fetch(api.url + path, { headers });
      expect(response.status).toBe(401);
      expect(await code(response)).toBe('ACCESS_REFUSED');
    }
  });

  it('tells who guesses to wait, and still serves the right token from the same address', async () => {
    await using api = await startApi();
    const guess = () => fetch(`${api.url}/api/v1/home`, { headers: { authorization: 'Bearer guess' } });
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect((await guess()).headers.get('retry-after')).toBe('60');
    expect(await api.converse({ text: 'hello' })).toHaveLength(3);
  });

  it('refuses hosts and pages of other names, and serves its own', async () => {
    await using api = await startApi({ names: ['hearken.lan'] });
    const health = `${api.url}/health`;
    const { port } = new URL(api.url);
    expect(await statusWith(health, { host: 'attacker.example' })).toBe(403);
    expect(await statusWith(health, { host: `hearken.lan:${port}` })).toBe(200);
    expect(await statusWith(health, { host: `[::1]:${port}` })).toBe(200);
    expect(await statusWith(health, { origin: 'https://attacker.example' })).toBe(403);
    expect(await statusWith(health, { origin: 'null' })).toBe(403);
    expect(await statusWith(health, { origin: api.url })).toBe(200);
    expect(await statusWith(health, { origin: 'http://192.0.2.7' })).toBe(403);
  });

  it('refuses a body above its bound, announced or not', async () => {
    await using api = await startApi();
    const body = JSON.stringify({ text: 'x', extra_prompt: 'y'.repeat(70_000) });
    const announced = await api.request('/api/v1/conversation', { method: 'POST', body });
    expect(announced.status).toBe(413);
    const request = httpRequest(`${api.url}/api/v1/conversation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testToken}`, 'transfer-encoding': 'chunked' },
    });
    request.on('error', () => undefined);
    request.end(body);
    const [response] = await once(request, 'response');
    response.resume();
    expect(response.statusCode).toBe(413);
  });

  it('answers what is no HTTP and hangs up', async () => {
    await using api = await startApi();
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write('{"type":"describe"}\n\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400/);
    await once(socket, 'close');
  });

  it('is told to a client that asks for a protocol which is not served', async () => {
    await using api = await startApi();
    const ask = (version: string) => api.request('/nothing', { headers: { 'hearken-protocol': version } });
    expect((await ask('1')).status).toBe(404);
    const refused = await ask('99');
    expect(refused.status).toBe(400);
    expect(refused.headers.get('hearken-protocol')).toBe('1');
  });
});

describe('GET /health', () => {
  it('is open and says by status and code what does not work', async () => {
    await using sick = await startApi({
      health: { stt: { state: 'failed', reason: 'MODEL_NOT_INSTALLED' }, tts: { state: 'ready' } },
    });
    const response = await fetch(`${sick.url}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      protocol: 1,
      status: 'degraded',
      services: { stt: { state: 'failed', reason: 'MODEL_NOT_INSTALLED' }, tts: { state: 'ready' } },
    });
    await using starting = await startApi({ health: { tts: { state: 'loading' } } });
    expect((await fetch(`${starting.url}/health`)).status).toBe(503);
    await using well = await startApi({ health: { tts: { state: 'ready' } } });
    expect((await fetch(`${well.url}/health`)).status).toBe(200);
  });
});
