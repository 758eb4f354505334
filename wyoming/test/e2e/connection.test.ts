import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners, once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/client.ts';
import { Connection } from '../../src/connection.ts';
import { diagnosticsChannels } from '../../src/diagnostics.ts';
import { serve } from '../../src/server.ts';
import { scriptedHandler } from '../support/scripted-server.ts';

const loopback = 'tcp://127.0.0.1:0';

describe('Connection', () => {
  it('loses no event to an aborted read', async () => {
    await using server = await serve(loopback, scriptedHandler);
    await using client = await connect(server.uri);
    const abort = new AbortController();
    const reading = client.read({ signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    await client.send({ type: 'ping', data: { text: 'a' } });
    expect(await client.read()).toEqual({ type: 'pong', data: { text: 'a' } });
  });

  it('leaves no failure unread when it is destroyed after a read that was aborted before it began', async () => {
    await using server = await serve(loopback, scriptedHandler);
    const client = await connect(server.uri);
    const unread: unknown[] = [];
    const onUnread = (reason: unknown) => void unread.push(reason);
    process.on('unhandledRejection', onUnread);
    try {
      await expect(client.read({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
      client.destroy();
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      process.off('unhandledRejection', onUnread);
    }
    expect(unread).toEqual([]);
  });

  it('leaves no listener on the signals it was given', async () => {
    await using server = await serve(loopback, scriptedHandler);
    const lifetime = new AbortController();
    const step = new AbortController();
    const client = await connect(server.uri, { signal: lifetime.signal });
    for (let count = 0; count < 20; count += 1) {
      await client.send({ type: 'ping' }, { signal: step.signal });
      await client.read({ signal: step.signal });
    }
    expect(getEventListeners(step.signal, 'abort')).toHaveLength(0);
    await client.close();
    expect(getEventListeners(lifetime.signal, 'abort')).toHaveLength(0);
  });

  it('leaves no listener on a signal that several reads share, also when garbage was collected meanwhile', async () => {
    const { signal } = new AbortController();
    const streams = [new PassThrough(), new PassThrough()];
    const reads = streams.map((readable) =>
      new Connection({ readable, writable: new PassThrough() }).read({ signal }),
    );
    setFlagsFromString('--expose-gc');
    for (let round = 0; round < 3; round += 1) {
      runInNewContext('gc')();
      await setImmediate();
    }
    for (const stream of streams) stream.write('{"type":"ping"}\n');
    expect(await Promise.all(reads)).toMatchObject([{ type: 'ping' }, { type: 'ping' }]);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('refuses a second reader', async () => {
    await using server = await serve(loopback, scriptedHandler);
    await using client = await connect(server.uri);
    const first = client.read();
    await expect(client.read()).rejects.toMatchObject({ code: 'READ_BUSY' });
    await client.send({ type: 'ping' });
    expect(await first).toMatchObject({ type: 'pong' });
  });

  it('still gets answers after closing its own side', async () => {
    await using server = await serve(loopback, scriptedHandler);
    await using client = await connect(server.uri);
    await client.send({ type: 'ping' });
    await client.closeWrite();
    expect(await client.read()).toMatchObject({ type: 'pong' });
    expect(await client.read()).toBeUndefined();
    await expect(client.send({ type: 'ping' })).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  });

  it('does not lose the last events of a server that closes while the client still sends', async () => {
    await using server = await serve(loopback, async (connection) => {
      await connection.read();
      await connection.send({ type: 'transcript', data: { text: 'early' } });
    });
    const audio = { rate: 16_000, width: 2, channels: 1 };
    for (let round = 0; round < 20; round += 1) {
      await using client = await connect(server.uri);
      for (let count = 0; count < 20; count += 1)
        await client.send({ type: 'audio-chunk', data: audio, payload: new Uint8Array(2_048) });
      expect(await client.read()).toEqual({ type: 'transcript', data: { text: 'early' } });
    }
  });

  it('throws what it was destroyed with, and aborts its signal', async () => {
    await using server = await serve(loopback, scriptedHandler);
    const client = await connect(server.uri);
    const reason = new Error('no longer wanted');
    const reading = client.read();
    client.destroy(reason);
    await expect(reading).rejects.toBe(reason);
    expect(client.signal.reason).toBe(reason);
    await expect(client.send({ type: 'ping' })).rejects.toMatchObject({ name: 'TransportError' });
    await client.close();
  });

  it('has aborted its signal when a send fails because the stream is gone', async () => {
    const writable = new PassThrough();
    const connection = new Connection({ readable: new PassThrough(), writable });
    writable.destroy(new Error('reset by peer'));
    await expect(connection.send({ type: 'ping' })).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    expect(connection.signal.aborted).toBe(true);
  });

  it('has aborted its signal when a send finds the stream broken before the stream tells of it', async () => {
    const writable = new Writable({ write: (_chunk, _encoding, done) => done(new Error('reset by peer')) });
    const connection = new Connection({ readable: new PassThrough(), writable });
    const first = connection.send({ type: 'ping' });
    const second = connection.send({ type: 'ping' }).then(
      () => 'sent',
      () => connection.signal.aborted,
    );
    expect(await second).toBe(true);
    await first;
  });

  it('reads on behind an event that does not fit its type, and drops a peer whose bytes are no protocol', async () => {
    const readable = new PassThrough();
    const connection = new Connection({ readable, writable: new PassThrough() });
    readable.write(
      '{"type":"audio-start","data_length":33}\n{"rate":0,"width":2,"channels":1}{"type":"ping"}\n',
    );
    await expect(connection.read()).rejects.toMatchObject({ code: 'EVENT_INVALID' });
    expect(await connection.read()).toMatchObject({ type: 'ping' });
    expect(connection.signal.aborted).toBe(false);
    readable.write('garbage\n');
    await expect(connection.read()).rejects.toMatchObject({ code: 'HEADER_INVALID' });
    expect(connection.signal.aborted).toBe(true);
  });

  it('sends nothing when the event is invalid, and goes on', async () => {
    await using server = await serve(loopback, scriptedHandler);
    await using client = await connect(server.uri);
    const invalid = client.send({ type: 'audio-stop', data: { timestamp: Number.NaN } });
    await expect(invalid).rejects.toMatchObject({ code: 'EVENT_INVALID' });
    await client.send({ type: 'ping' });
    expect(await client.read()).toMatchObject({ type: 'pong' });
  });

  it('speaks over the pipes of a child process', async () => {
    const program = fileURLToPath(new URL('../support/stdio-server.js', import.meta.url));
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = new Connection({ readable: child.stdout, writable: child.stdin });
    await connection.send({ type: 'ping', data: { text: 'through pipes' } });
    expect(await connection.read()).toEqual({ type: 'pong', data: { text: 'through pipes' } });
    const exited = once(child, 'exit');
    await connection.close();
    expect(await exited).toEqual([0, null]);
  });

  it('tells who listens to its channels what it does', async () => {
    const seen: string[] = [];
    const onMessage = (_: unknown, name: string | symbol) => void seen.push(String(name));
    const names = Object.values(diagnosticsChannels);
    for (const name of names) subscribe(name, onMessage);
    {
      await using server = await serve(loopback, async () => {
        throw new Error('a mistake');
      });
      await using client = await connect(server.uri);
      await client.send({ type: 'ping' });
      await client.read().catch(() => {});
    }
    for (const name of names) unsubscribe(name, onMessage);
    expect([...new Set(seen)].sort()).toEqual(
      [
        diagnosticsChannels.connectionClose,
        diagnosticsChannels.connectionOpen,
        diagnosticsChannels.eventSent,
        diagnosticsChannels.handlerError,
      ].sort(),
    );
  });
});

describe('connect', () => {
  it('gives up at its time limit', async () => {
    // A stopped process accepts nobody: once its short queue is full, the system leaves connections unanswered.
    const program = `const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 });
      server.on('listening', () => console.log(server.address().port))`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line]: unknown[] = await once(child.stdout, 'data');
    child.kill('SIGSTOP');
    const uri = `tcp://127.0.0.1:${String(line).trim()}`;
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, () => connect(uri, { connectTimeoutMs: 300 })),
    );
    child.kill('SIGKILL');
    for (const attempt of attempts) if (attempt.status === 'fulfilled') attempt.value.destroy();
    const reasons: unknown[] = attempts.flatMap((attempt) =>
      attempt.status === 'rejected' ? [attempt.reason] : [],
    );
    expect(reasons.at(-1)).toMatchObject({ code: 'CONNECT_TIMEOUT', retryable: true });
  });

  it('says that nobody listens', async () => {
    const server = await serve(loopback, scriptedHandler);
    await server.close();
    await expect(connect(server.uri)).rejects.toMatchObject({ code: 'CONNECT_FAILED', retryable: true });
  });

  it('throws the reason of an abort as it is', async () => {
    const reason = new Error('never mind');
    await expect(connect('tcp://127.0.0.1:1', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
