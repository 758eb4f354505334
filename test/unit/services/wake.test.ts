import { describe, expect, it } from 'vitest';
import type { WyomingEvent } from 'wyoming-ts';
import { silentLogger } from '../../../src/core/log.ts';
import type { WakeEngine } from '../../../src/engines/wake/engine.ts';
import { Inbox } from '../../../src/services/inbox.ts';
import { listen } from '../../../src/services/wake.ts';
import { handClock } from '../../support/hand-clock.ts';
import { noAbort } from '../../support/streams.ts';

const chunkMs = 100;
const chunk: WyomingEvent = {
  type: 'audio-chunk',
  data: { rate: 16_000, width: 2, channels: 1 },
  payload: new Uint8Array(chunkMs * 32),
};

/** How much of ten seconds an engine hears that takes no audio before all of it was sent. */
async function heardMs({ passesMs }: { readonly passesMs: number }): Promise<number> {
  const clock = handClock();
  const inbox = new Inbox();
  let sampleCount = 0;
  let listens: () => void = () => undefined;
  const begin = new Promise<void>((resolve) => (listens = resolve));
  const engine: WakeEngine = {
    words: [],
    // oxlint-disable-next-line require-yield
    async *listen(audio) {
      await begin;
      for await (const samples of audio) sampleCount += samples.length;
    },
    useSettings: async () => [],
    [Symbol.asyncDispose]: async () => undefined,
  };
  await inbox.push({ event: { type: 'detect', data: {} }, atMs: 0 }, noAbort);
  await inbox.nextRequest(noAbort);
  const answered = listen(
    undefined,
    { engine },
    {
      inbox,
      clock,
      send: async () => undefined,
      signal: noAbort,
      log: silentLogger,
      report: () => undefined,
      connectionId: 'one',
      remoteAddress: '127.0.0.1',
    },
  );
  for (let count = 0; count < 100; count += 1) {
    await inbox.push({ event: chunk, atMs: 0 }, noAbort);
    clock.advance(passesMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
  listens();
  inbox.close();
  await answered;
  return sampleCount / 16;
}

describe('wake words behind an engine that can not keep up', () => {
  it('are heard in the newest two seconds of a microphone', async () => {
    expect(await heardMs({ passesMs: chunkMs })).toBe(2_000);
  });

  it('are still those of a microphone whose clock runs fast', async () => {
    expect(await heardMs({ passesMs: chunkMs * 0.95 })).toBe(2_000);
  });

  it('are heard in the whole of a recording that is sent at once', async () => {
    expect(await heardMs({ passesMs: 1 })).toBe(10_000);
  });
});
