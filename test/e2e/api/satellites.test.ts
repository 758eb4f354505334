import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SatelliteAnnouncer } from '../../../src/api/satellites/satellite-announcer.ts';
import { startApi, type TestApi } from '../../support/api-server.ts';
import { connectSatellites, greeting } from '../../support/home/satellite-client.ts';

const kitchen = { satelliteId: 'assist_satellite.kitchen', text: 'The oven is hot.' };
const { signal } = new AbortController();

let api: TestApi;
let announcer: SatelliteAnnouncer;

beforeEach(async () => {
  api = await startApi();
  announcer = new SatelliteAnnouncer(api.satellites);
});

afterEach(async () => {
  await api[Symbol.asyncDispose]();
});

/** The status with which an upgrade is refused. */
async function refusal(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, { headers });
  return await new Promise((resolve, reject) => {
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('open', () => reject(new Error('the upgrade was served')));
  });
}

describe('the channel to satellites', () => {
  it('is refused without the right token, by a foreign name, from a foreign page and elsewhere', async () => {
    const token = { authorization: 'Bearer the-right-token' };
    const path = '/api/v1/satellites';
    expect(await refusal(path, {})).toBe(401);
    expect(await refusal(path, { authorization: 'Bearer wrong' })).toBe(401);
    expect(await refusal(path, { ...token, host: 'evil.example' })).toBe(403);
    expect(await refusal(path, { ...token, origin: 'https://evil.example' })).toBe(403);
    expect(await refusal(path, { ...token, 'hearken-protocol': '99' })).toBe(400);
    expect(await refusal('/api/v1/home', token)).toBe(404);
  });

  it('refuses the upgrade to another protocol at once, instead of keeping the connection', async () => {
    const { hostname, port } = new URL(api.url);
    const request = get({
      hostname,
      port,
      path: '/api/v1/home',
      headers: { authorization: 'Bearer the-right-token', connection: 'Upgrade', upgrade: 'h2c' },
    });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(400);
    response.resume();
    await once(response, 'close');
  });

  it('carries an announcement, which settles when the client says that it was played', async () => {
    const client = await connectSatellites(api.url);
    const result = announcer.announce(kitchen, { signal });
    const command = await client.next();
    expect(command).toMatchObject({
      type: 'announce',
      satellite_id: 'assist_satellite.kitchen',
      text: 'The oven is hot.',
    });
    client.send({ type: 'done', id: command.id });
    expect(await result).toEqual({ kind: 'announced' });
  });

  it('waits for the first client within the deadline', async () => {
    const result = announcer.announce(kitchen, { signal });
    const client = await connectSatellites(api.url);
    client.send({ type: 'done', id: (await client.next()).id });
    expect(await result).toEqual({ kind: 'announced' });
  });

  it('tells that nobody is connected when the deadline is over', async () => {
    expect(await announcer.announce(kitchen, { signal, deadlineMs: 20 })).toEqual({
      kind: 'failed',
      reason: 'not-connected',
    });
  });

  it('tells what was sent and never answered as not confirmed', async () => {
    const client = await connectSatellites(api.url);
    const result = announcer.announce(kitchen, { signal, deadlineMs: 200 });
    await client.next();
    expect(await result).toEqual({ kind: 'failed', reason: 'unconfirmed' });
  });

  it('sends a command again, under its id, to the same session after a broken connection', async () => {
    const first = await connectSatellites(api.url);
    const result = announcer.announce(kitchen, { signal });
    const { id } = await first.next();
    first.close();
    await first.closed;
    const second = await connectSatellites(api.url);
    const again = await second.next();
    expect(again.id).toBe(id);
    second.send({ type: 'done', id });
    expect(await result).toEqual({ kind: 'announced' });
  });

  it('does not send it again to a session that knows nothing of it', async () => {
    const first = await connectSatellites(api.url);
    const result = announcer.announce(kitchen, { signal });
    await first.next();
    first.close();
    await first.closed;
    await connectSatellites(api.url, { ...greeting, session_id: 'session-2' });
    expect(await result).toEqual({ kind: 'failed', reason: 'unconfirmed' });
  });

  it('waits for a satellite that is in use, and tells so at the deadline', async () => {
    const client = await connectSatellites(api.url);
    const result = announcer.announce(kitchen, { signal });
    const first = await client.next();
    client.send({ type: 'failed', id: first.id, reason: 'busy' });
    const second = await client.next();
    expect(second.id).not.toBe(first.id);
    client.send({ type: 'done', id: second.id });
    expect(await result).toEqual({ kind: 'announced' });

    const late = announcer.announce(kitchen, { signal, deadlineMs: 200 });
    client.send({ type: 'failed', id: (await client.next()).id, reason: 'busy' });
    expect(await late).toEqual({ kind: 'failed', reason: 'busy' });
  });

  it('asks a question and returns what was heard', async () => {
    const client = await connectSatellites(api.url);
    const asked = announcer.ask({ ...kitchen, text: 'Which one?' }, { signal });
    const command = await client.next();
    expect(command.type).toBe('ask');
    client.send({ type: 'done', id: command.id, answer: 'the small one' });
    expect(await asked).toEqual({ kind: 'answered', text: 'the small one' });

    const unanswered = announcer.ask(kitchen, { signal });
    client.send({ type: 'failed', id: (await client.next()).id, reason: 'no_answer' });
    expect(await unanswered).toEqual({ kind: 'no-answer' });
  });

  it('tells a failure by its reason', async () => {
    const client = await connectSatellites(api.url);
    const result = announcer.startConversation(kitchen, { signal });
    const command = await client.next();
    expect(command.type).toBe('start_conversation');
    client.send({ type: 'failed', id: command.id, reason: 'unsupported' });
    expect(await result).toEqual({ kind: 'failed', reason: 'unsupported' });
  });

  it('asks the next Home Assistant when the newest does not know the satellite', async () => {
    const older = await connectSatellites(api.url, { ...greeting, instance_id: 'home-2' });
    const newer = await connectSatellites(api.url);
    const result = announcer.announce(kitchen, { signal });
    newer.send({ type: 'failed', id: (await newer.next()).id, reason: 'unknown_satellite' });
    older.send({ type: 'done', id: (await older.next()).id });
    expect(await result).toEqual({ kind: 'announced' });
  });

  it('keeps one connection of each Home Assistant, the newest', async () => {
    const older = await connectSatellites(api.url);
    const newer = await connectSatellites(api.url);
    expect(await older.closed).toBe(4001);
    const result = announcer.announce(kitchen, { signal });
    newer.send({ type: 'done', id: (await newer.next()).id });
    expect(await result).toEqual({ kind: 'announced' });
  });

  it('refuses more Home Assistants than a household has', async () => {
    for (const name of ['a', 'b', 'c', 'd'])
      await connectSatellites(api.url, { ...greeting, instance_id: name });
    const fifth = await connectSatellites(api.url, { ...greeting, instance_id: 'e' });
    expect(await fifth.closed).toBe(1013);
  });

  it('hangs up on what is not the protocol, and reads over types of newer clients', async () => {
    const client = await connectSatellites(api.url);
    client.sendRaw('{"type":"weather"}');
    const result = announcer.announce(kitchen, { signal });
    client.send({ type: 'done', id: (await client.next()).id });
    expect(await result).toEqual({ kind: 'announced' });
    client.sendRaw('{"type":"done"}');
    expect(await client.closed).toBe(1008);
    const mute = await connectSatellites(api.url, 'none');
    mute.send({ type: 'done', id: '1' });
    expect(await mute.closed).toBe(1008);
  });

  it('ends a connection that is opened while the server closes', async () => {
    let check: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (check = resolve));
    let admit: () => void = () => undefined;
    const slow = await startApi({
      isToken: async () => {
        check();
        await new Promise<void>((resolve) => (admit = resolve));
        return true;
      },
    });
    const connecting = connectSatellites(slow.url);
    await isAsked;
    const closed = slow[Symbol.asyncDispose]();
    admit();
    expect(await (await connecting).closed).toBe(1001);
    await closed;
  });

  it('ends the connections when the server closes', async () => {
    const client = await connectSatellites(api.url);
    await api[Symbol.asyncDispose]();
    expect(await client.closed).toBe(1001);
    api = await startApi();
  });
});
