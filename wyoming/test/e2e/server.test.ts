import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/client.ts';
import { serve } from '../../src/server.ts';
import { rawPeer, untilGone } from '../support/raw-peer.ts';
import { scriptedHandler } from '../support/scripted-server.ts';

const loopback = 'tcp://127.0.0.1:0';

/** A program that sends an event to a port of this machine and resets the connection at once. */
const sendAndReset = `
  const socket = require('node:net').connect(Number(process.argv[1]), '127.0.0.1');
  socket.on('connect', () => socket.write('{"type":"transcribe"}\\n', () => socket.resetAndDestroy()));`;

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wyoming-server-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('serve', () => {
  it('asks accept before it reads, and hangs up on who is not', async () => {
    const asked: string[] = [];
    let servedCount = 0;
    await using server = await serve(loopback, async () => void (servedCount += 1), {
      accept: (remoteAddress) => {
        asked.push(remoteAddress);
        return false;
      },
    });
    const peer = await rawPeer(server.uri);
    peer.write('{"type":"describe"}\n');
    await untilGone(peer);
    expect(asked).toEqual(['127.0.0.1']);
    expect(servedCount).toBe(0);
    expect(peer.bytesRead).toBe(0);
  });

  it('serves nobody whose address is not known, because the peer was gone before it was accepted', async () => {
    const asked: string[] = [];
    let servedCount = 0;
    await using server = await serve(loopback, async () => void (servedCount += 1), {
      accept: (remoteAddress) => {
        asked.push(remoteAddress);
        return remoteAddress === '' || remoteAddress === '127.0.0.1';
      },
    });
    // This process accepts nobody while it waits for the other one.
    execFileSync(process.execPath, ['-e', sendAndReset, new URL(server.uri).port]);
    await using later = await connect(server.uri);
    await later.closeWrite();
    await later.read();
    expect(asked).toEqual(['127.0.0.1']);
    expect(servedCount).toBe(1);
  });

  it('hangs up on more peers than the limit', async () => {
    await using server = await serve(loopback, scriptedHandler, { limits: { connections: 1 } });
    await using first = await connect(server.uri);
    await first.send({ type: 'ping' });
    await first.read();
    await untilGone(await rawPeer(server.uri));
    await first.send({ type: 'ping' });
    expect(await first.read()).toMatchObject({ type: 'pong' });
  });

  it('lets a running handler finish on close, and accepts nobody new', async () => {
    const release = new AbortController();
    const server = await serve(loopback, async (connection) => {
      await connection.read();
      if (!release.signal.aborted) await once(release.signal, 'abort');
      await connection.send({ type: 'pong' });
    });
    await using client = await connect(server.uri);
    await client.send({ type: 'ping' });
    await expect.poll(() => server.connectionCount).toBe(1);
    const closing = server.close();
    await expect(connect(server.uri)).rejects.toMatchObject({ code: 'CONNECT_FAILED', retryable: true });
    release.abort();
    expect(await client.read()).toEqual({ type: 'pong', data: {} });
    await client.close();
    await closing;
    expect(server.connectionCount).toBe(0);
  });

  it('ends idle handlers that listen to closing', async () => {
    const server = await serve(loopback, async (connection, { closing }) => {
      for (;;) if (!(await connection.read({ signal: closing }))) return;
    });
    await using client = await connect(server.uri);
    await expect.poll(() => server.connectionCount).toBe(1);
    const closed = server.close();
    expect(await client.read()).toBeUndefined();
    await client.close();
    await closed;
  });

  it('drops handlers that outlast the grace time', async () => {
    const server = await serve(loopback, scriptedHandler, { limits: { graceMs: 20 } });
    await using client = await connect(server.uri);
    await expect.poll(() => server.connectionCount).toBe(1);
    await server.close();
    expect(server.connectionCount).toBe(0);
    await expect(client.read()).resolves.toBeUndefined();
  });

  it('drops everything when its signal aborts', async () => {
    const stop = new AbortController();
    const server = await serve(loopback, scriptedHandler, { signal: stop.signal });
    await using client = await connect(server.uri);
    await expect.poll(() => server.connectionCount).toBe(1);
    stop.abort();
    await server.closed;
    expect(server.connectionCount).toBe(0);
    expect(await client.read().catch(() => undefined)).toBeUndefined();
  });

  it('says that a port is taken', async () => {
    await using server = await serve(loopback, scriptedHandler);
    await expect(serve(server.uri, scriptedHandler)).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
  });
});

describe('serve on a unix socket', () => {
  it('replaces a socket file that nobody serves, and removes its own', async () => {
    const path = join(directory, 'stale.sock');
    const dead = net.createServer().listen(path);
    await once(dead, 'listening');
    // What a killed server leaves behind.
    await link(path, `${path}.kept`);
    await new Promise((resolve) => dead.close(resolve));
    await rename(`${path}.kept`, path);
    const server = await serve(`unix://${path}`, scriptedHandler);
    await using client = await connect(server.uri);
    await client.send({ type: 'ping' });
    expect(await client.read()).toMatchObject({ type: 'pong' });
    await client.close();
    await server.close();
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('does not take over from a living server, nor overwrite a file', async () => {
    const path = join(directory, 'living.sock');
    await using server = await serve(`unix://${path}`, scriptedHandler);
    await expect(serve(server.uri, scriptedHandler)).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
    const file = join(directory, 'file');
    await writeFile(file, 'precious');
    await expect(serve(`unix://${file}`, scriptedHandler)).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
    expect((await stat(file)).size).toBe(8);
  });
});
