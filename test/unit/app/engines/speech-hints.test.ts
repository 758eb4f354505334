import { describe, expect, it } from 'vitest';
import { keepHints } from '../../../../src/app/engines/speech-hints.ts';
import { EngineError } from '../../../../src/core/errors.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { Observed } from '../../../../src/core/observed.ts';
import type { SpeechHints, SttEngine } from '../../../../src/engines/stt/engine.ts';
import { openHome } from '../../../../src/home/home.ts';
import { startDemoHome } from '../../../../src/home/demo/demo-home.ts';

/** Tells what hints it is given; nothing else of it may be used. */
function hintedEngine(heard: Observed<SpeechHints | undefined>): SttEngine {
  return {
    languages: ['en'],
    transcribe: () => {
      throw new Error('not part of this test');
    },
    useHints: async (hints) => heard.set(hints),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

describe('keepHints', () => {
  it('waits for an engine whose model still has to come, then gives it the names of the home and the words of commands', async () => {
    using demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
    await using home = openHome({ ...demo, connectTimeoutMs: 1_000, pollMs: 60_000, log: silentLogger });
    const stop = new AbortController();
    const { signal } = stop;
    const isReady = new Observed(false);
    const heard = new Observed<SpeechHints | undefined>(undefined);
    const keeping = keepHints(home, hintedEngine(heard), {
      terms: ['turn on'],
      untilReady: (options) => isReady.until((ready) => ready, options),
      log: silentLogger,
      signal,
    });
    await home.ready({ signal });
    expect(heard.value).toBeUndefined();
    isReady.set(true);
    const hints = await heard.until((value) => value !== undefined, { signal });
    expect(hints?.terms).toEqual(['turn on']);
    expect(hints?.names).toContain('Kitchen');
    stop.abort(new Error('enough'));
    await expect(keeping).rejects.toThrow('enough');
  });

  it('gives them again to an engine that ended while it took them', async () => {
    using demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
    await using home = openHome({ ...demo, connectTimeoutMs: 1_000, pollMs: 60_000, log: silentLogger });
    const stop = new AbortController();
    const { signal } = stop;
    const heard = new Observed<SpeechHints | undefined>(undefined);
    let failures = 2;
    const engine = hintedEngine(heard);
    const keeping = keepHints(
      home,
      {
        ...engine,
        useHints: async (hints, options) => {
          failures -= 1;
          if (failures >= 0) throw new EngineError('ENGINE_CRASHED', 'the host ended');
          await engine.useHints(hints, options);
        },
      },
      { terms: [], untilReady: async () => undefined, log: silentLogger, retryAfterMs: 0, signal },
    );
    const hints = await heard.until((value) => value !== undefined, { signal });
    expect(hints?.names).toContain('Kitchen');
    stop.abort(new Error('enough'));
    await expect(keeping).rejects.toThrow('enough');
  });
});
