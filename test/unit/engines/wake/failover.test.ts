import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../src/core/errors.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import type { WakeEngine } from '../../../../src/engines/wake/engine.ts';
import { failoverWake } from '../../../../src/engines/wake/failover.ts';
import { candidate } from '../../../support/engines/candidate.ts';
import { directEngines } from '../../../support/engines/direct-engines.ts';
import { audioOf, collect, noAbort } from '../../../support/streams.ts';

const second = (value: number) => new Int16Array(16_000).fill(value);
const lost = new EngineError('WORKER_UNREACHABLE', 'gone', { retryable: true });

/** The engine until so many samples were heard. */
function mortal(engine: WakeEngine, sampleCount: number): WakeEngine {
  return {
    words: engine.words,
    async *listen(audio, options) {
      let left = sampleCount;
      const cut = (async function* () {
        for await (const samples of audio) {
          yield samples;
          left -= samples.length;
          if (left <= 0) throw lost;
        }
      })();
      yield* engine.listen(cut, options);
    },
    useSettings: (settings, options) => engine.useSettings(settings, options),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

async function heardIn(lostAfter: number) {
  const { wake } = await directEngines();
  const engine = failoverWake({
    candidates: [candidate('worker', mortal(wake, lostAfter)), candidate('local', wake)],
    log: silentLogger,
  });
  const room = Int16Array.from([
    ...second(0),
    ...second(0),
    ...second(1_000),
    ...second(0),
    ...second(2_000),
  ]);
  return await collect(engine.listen(audioOf(room), { signal: noAbort }));
}

describe('wake words with a second place', () => {
  it.each([1_600, 20_000, 33_600, 64_000])(
    'hears every word once and on one clock when the first place is lost after %i samples',
    async (lostAfter) => {
      const detections = await heardIn(lostAfter);
      expect(detections.map(({ name }) => name)).toEqual(['computer', 'jarvis']);
      const [computer, jarvis] = detections.map(({ atMs }) => atMs);
      expect(computer).toBeGreaterThan(2_000);
      expect(computer).toBeLessThanOrEqual(2_400);
      expect(jarvis).toBeGreaterThan(4_000);
      expect(jarvis).toBeLessThanOrEqual(4_400);
    },
  );

  it('ends with the failure when every place fails at once', async () => {
    const { wake } = await directEngines();
    const engine = failoverWake({
      candidates: [candidate('one', mortal(wake, 1)), candidate('two', mortal(wake, 1))],
      log: silentLogger,
    });
    await expect(collect(engine.listen(audioOf(second(0)), { signal: noAbort }))).rejects.toBe(lost);
  });
});
