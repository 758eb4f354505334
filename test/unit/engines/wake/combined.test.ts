import { describe, expect, it } from 'vitest';
import { Queue } from '../../../../src/core/queue.ts';
import type { WakeBackend } from '../../../../src/engines/wake/backend.ts';
import { createCombinedWakeEngine } from '../../../../src/engines/wake/combined.ts';
import type { WakeEngine } from '../../../../src/engines/wake/engine.ts';
import { wakeOptions } from '../../../../src/engines/wake/options.ts';
import { collect } from '../../../support/streams.ts';
import { fakeWakeBackend, framesOf, tunedWord } from '../../../support/engines/wake-backend.ts';

const settings = wakeOptions.parse({});
const { signal } = new AbortController();

const engineOf = (...backends: readonly WakeBackend[]): Promise<WakeEngine> =>
  createCombinedWakeEngine(async () => backends, settings);

async function* audioOf(...chunks: readonly Int16Array[]) {
  yield* chunks;
}

/** `name@ms` of everything heard. */
async function heard(engine: WakeEngine, audio: AsyncIterable<Int16Array>, names?: readonly string[]) {
  const found: string[] = [];
  for await (const { name, atMs } of engine.listen(audio, { signal, ...(names ? { names } : {}) }))
    found.push(`${name}@${atMs}`);
  return found;
}

describe('createCombinedWakeEngine', () => {
  it('hears the words of all backends in one stream', async () => {
    const engine = await engineOf(
      fakeWakeBackend([tunedWord('alexa')]),
      fakeWakeBackend([tunedWord('unused'), tunedWord('hey_athena')], 'hit'),
    );
    expect(await heard(engine, audioOf(framesOf(0, 1, 0, 2)))).toEqual([
      'alexa@160',
      'unused@160',
      'hey_athena@320',
    ]);
  });

  it('listens only for the words that were asked for, under the asked names', async () => {
    const engine = await engineOf(fakeWakeBackend([tunedWord('ok_nabu'), tunedWord('alexa')]));
    expect(await heard(engine, audioOf(framesOf(1, 0, 2)), ['OK Nabu'])).toEqual(['OK Nabu@80']);
  });

  it('re-cuts chunks of any size into frames', async () => {
    const engine = await engineOf(fakeWakeBackend([tunedWord('alexa')]));
    const audio = framesOf(0, 0, 1, 0);
    const cuts = [audio.subarray(0, 1), audio.subarray(1, 2_000), audio.subarray(2_000)];
    expect(await heard(engine, audioOf(...cuts))).toEqual(['alexa@240']);
  });

  it('tells the loudness of the phrase', async () => {
    const engine = await engineOf(fakeWakeBackend([tunedWord('alexa')]));
    const loud = framesOf(0, 0, 1).fill(16_384, 1, 2_560);
    const found = await collect(engine.listen(audioOf(loud), { signal }));
    expect(found.map(({ energyDb }) => Math.round(energyDb * 10) / 10)).toEqual([-7.8]);
  });

  it('refuses a name that is no word before it reads audio', async () => {
    const engine = await engineOf(fakeWakeBackend([tunedWord('alexa')]));
    await expect(heard(engine, audioOf(), ['alexo'])).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it("ends with the signal's reason while it waits for audio, and frees the stream", async () => {
    const backend = fakeWakeBackend([tunedWord('alexa')]);
    const engine = await engineOf(backend);
    const controller = new AbortController();
    const audio = new Queue<Int16Array>({ limit: 1, policy: 'block' });
    const next = engine.listen(audio, { signal: controller.signal })[Symbol.asyncIterator]().next();
    expect(backend.openStreams()).toBe(1);
    controller.abort(new Error('client left'));
    await expect(next).rejects.toThrow('client left');
    expect(backend.openStreams()).toBe(0);
  });

  it('frees the stream when its consumer stops', async () => {
    const backend = fakeWakeBackend([tunedWord('alexa')]);
    const engine = await engineOf(backend);
    for await (const detection of engine.listen(audioOf(framesOf(1, 0, 1)), { signal })) {
      expect(detection.atMs).toBe(80);
      break;
    }
    expect(backend.openStreams()).toBe(0);
  });

  it('frees its models when it is disposed of', async () => {
    const backend = fakeWakeBackend([tunedWord('alexa')]);
    await (await engineOf(backend))[Symbol.asyncDispose]();
    expect(backend.isClosed()).toBe(true);
  });
});
