import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/client.ts';
import type { Connection } from '../../src/connection.ts';
import { encodeEvent } from '../../src/encoder.ts';
import { isTransportError } from '../../src/errors.ts';
import { serve, type Server } from '../../src/server.ts';
import { rawPeer, readToEnd, untilGone } from '../support/raw-peer.ts';
import { scriptedHandler } from '../support/scripted-server.ts';
import { vectorBytes, vectors } from '../support/vectors.ts';

const describeLine = '{"type":"describe"}\n';
const megabyte = 1024 * 1024;
const longAudio = {
  type: 'audio-chunk',
  data: { rate: 16_000, width: 2, channels: 1 },
  payload: Buffer.alloc(64 * 1024),
} as const;

let server: Server;
/** What the handlers ended with, in the order they ended. */
let ends: unknown[] = [];

beforeEach(async () => {
  ends = [];
  server = await serve('tcp://127.0.0.1:0', async (connection) => {
    await scriptedHandler(connection).then(
      () => ends.push('returned'),
      (error: unknown) => {
        ends.push(error);
        throw error;
      },
    );
  });
});
afterEach(() => server.destroy());

/** A well-behaved peer that must not notice the others. */
async function expectServed(): Promise<void> {
  await using peer = await connect(server.uri);
  await peer.send({ type: 'ping', data: { text: 'still there?' } });
  expect(await peer.read({ signal: AbortSignal.timeout(5_000) })).toEqual({
    type: 'pong',
    data: { text: 'still there?' },
  });
}

describe('a peer that', () => {
  it('ends its side after describe gets its answer', async () => {
    const peer = await rawPeer(server.uri);
    peer.end(describeLine);
    expect((await readToEnd(peer)).map(({ type }) => type)).toEqual(['info']);
  });

  it('ends its side after a describe without line end gets its answer', async () => {
    const peer = await rawPeer(server.uri);
    peer.end(describeLine.trim());
    expect((await readToEnd(peer)).map(({ type }) => type)).toEqual(['info']);
  });

  it('closes without reading harms nobody', async () => {
    for (let count = 0; count < 20; count += 1) {
      const peer = await rawPeer(server.uri);
      peer.write(describeLine.repeat(50));
      peer.resetAndDestroy();
    }
    await expectServed();
    await expect.poll(() => server.connectionCount).toBe(0);
    expect(ends.every((end) => end === 'returned' || isTransportError(end))).toBe(true);
  });

  it('claims a payload of 1 GB is dropped at the header', async () => {
    const peer = await rawPeer(server.uri);
    const before = process.memoryUsage().rss;
    peer.write(`${describeLine}{"type":"audio-chunk","payload_length":1073741824}\n`);
    peer.write(Buffer.alloc(megabyte));
    await untilGone(peer);
    expect(ends.at(-1)).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', details: { lengthBytes: 1_073_741_824 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
    await expectServed();
  });

  it('sends a line without end is dropped at 64 KiB', async () => {
    const peer = await rawPeer(server.uri);
    peer.write('x'.repeat(megabyte));
    await untilGone(peer);
    expect(ends.at(-1)).toMatchObject({ code: 'HEADER_TOO_LARGE' });
    await expectServed();
  });

  it('dies in the middle of an event is told from one that ends', async () => {
    const peer = await rawPeer(server.uri);
    peer.end('{"type":"audio-chunk","payload_length":100}\nabc');
    await untilGone(peer);
    expect(ends).toMatchObject([{ code: 'STREAM_TRUNCATED' }]);
  });

  it('is reset during a turn ends that turn alone', async () => {
    const peer = await rawPeer(server.uri);
    peer.write(encodeEvent({ type: 'transcribe' }));
    peer.write(encodeEvent(longAudio).subarray(0, 1_000));
    await expect.poll(() => server.connectionCount).toBe(1);
    peer.resetAndDestroy();
    // The system reports a reset as such, or as an end when it comes just behind one.
    await expect.poll(() => ends).toMatchObject([{ code: expect.stringMatching(/LOST|TRUNCATED/) }]);
    await expectServed();
  });

  it('sends any refused vector is dropped, and others are served', async () => {
    const refused = vectors.filter(({ expect: { end } }) => end !== 'end');
    for (const vector of refused) {
      const peer = await rawPeer(server.uri);
      peer.end(vectorBytes(vector));
      await untilGone(peer);
      expect(ends.at(-1), vector.id).toMatchObject({ code: vector.expect.end });
    }
    expect(ends).toHaveLength(refused.length);
    await expectServed();
  });

  it('stays silent 500 times at once leaves room for others', async () => {
    const before = process.memoryUsage().rss;
    const idle = await Promise.all(Array.from({ length: 500 }, () => connect(server.uri)));
    await expect.poll(() => server.connectionCount).toBe(500);
    await expectServed();
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
    await Promise.all(idle.map((connection) => connection.close()));
    await expect.poll(() => server.connectionCount).toBe(0);
  });
});

describe('a peer that does not read', () => {
  it('holds the sender, with bounded memory, and then gets every byte', async () => {
    let sentCount = 0;
    await using source = await serve('tcp://127.0.0.1:0', async (connection) => {
      for (; sentCount < 2_000; sentCount += 1) await connection.send(longAudio);
    });
    const peer = await rawPeer(source.uri);
    await settled(() => sentCount);
    expect(sentCount).toBeGreaterThan(0);
    // 2,000 chunks would be 125 MiB; the buffers of the two sockets hold a few.
    expect(sentCount).toBeLessThan(500);
    expect(await readToEnd(peer)).toHaveLength(2_000);
    peer.destroy();
  });

  it('frees its sender when it goes', async () => {
    const held: unknown[] = [];
    await using source = await serve('tcp://127.0.0.1:0', async (connection) => {
      for (;;)
        await connection.send(longAudio).catch((error: unknown) => {
          held.push(error);
          throw error;
        });
    });
    const peer = await rawPeer(source.uri);
    await sleep(50);
    peer.resetAndDestroy();
    await expect.poll(() => held).toMatchObject([{ name: 'TransportError' }]);
    await expect.poll(() => source.connectionCount).toBe(0);
  });

  it('lets a waiting send be aborted without a byte of it being sent', async () => {
    let connection: Connection | undefined;
    await using source = await serve('tcp://127.0.0.1:0', async (peer) => {
      connection = peer;
      await once(peer.signal, 'abort');
    });
    const peer = await rawPeer(source.uri);
    await expect.poll(() => connection).toBeDefined();
    const reason = new Error('no longer wanted');
    const abort = new AbortController();
    let sentCount = 0;
    const sending = (async () => {
      for (;;) {
        await connection?.send(longAudio, { signal: abort.signal });
        sentCount += 1;
      }
    })();
    await settled(() => sentCount);
    abort.abort(reason);
    await expect(sending).rejects.toBe(reason);
    const received = readToEnd(peer);
    await connection?.close();
    expect(await received).toHaveLength(sentCount);
    peer.destroy();
  });

  it('is refused more waiting sends than the limit', async () => {
    await using source = await serve(
      'tcp://127.0.0.1:0',
      async (connection) => {
        while (await raced(connection.send(longAudio))) ends.push('sent');
        const sends = Array.from({ length: 5 }, () => connection.send(longAudio));
        ends = await Promise.all(sends.slice(1).map((send) => raced(send).catch((error: unknown) => error)));
        for (const send of sends) send.catch(() => {});
      },
      { limits: { waitingSends: 3, flushMs: 10 } },
    );
    const peer = await rawPeer(source.uri);
    await expect.poll(() => ends.at(-1)).toMatchObject({ code: 'SEND_OVERFLOW' });
    peer.destroy();
  });
});

/** Waits until the count stands still: the sender is held. */
async function settled(count: () => number): Promise<void> {
  for (let last = -1; last !== count() || last === 0;) {
    last = count();
    await sleep(100);
  }
}

/** True when the promise settles soon. */
const raced = (promise: Promise<void>): Promise<boolean> =>
  Promise.race([promise.then(() => true), sleep(200, false)]);
