import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../src/core/errors.ts';
import { createCombinedWakeEngine } from '../../../../src/engines/wake/combined.ts';
import type { WakeEngine } from '../../../../src/engines/wake/engine.ts';
import { wakeOptions } from '../../../../src/engines/wake/options.ts';
import type { WakeOptions } from '../../../../src/engines/wake/options.ts';
import { fakeWakeBackend, framesOf, tunedWord } from '../../../support/engines/wake-backend.ts';
import type { FakeWakeBackend } from '../../../support/engines/wake-backend.ts';

const { signal } = new AbortController();

const phrases = (...words: readonly string[]): WakeOptions =>
  wakeOptions.parse({ words: words.map((phrase) => ({ phrase })), refractoryMs: 0 });

/** An engine whose backends are kept to look at; the phrase `broken` can not be built. */
async function watchedEngine(settings: WakeOptions) {
  const built: FakeWakeBackend[] = [];
  const engine = await createCombinedWakeEngine(async ({ words }) => {
    const names = words.map((word) => ('phrase' in word ? word.phrase : word.model));
    if (names.includes('broken')) throw new EngineError('MODEL_CORRUPT', 'broken');
    built.push(fakeWakeBackend(names.map((name) => tunedWord(name))));
    return built.slice(-1);
  }, settings);
  return { engine, built };
}

/** Chunks of audio with something done before each. */
async function* scripted(steps: readonly (readonly [audio: Int16Array, before?: () => Promise<unknown>])[]) {
  for (const [audio, before] of steps) {
    await before?.();
    yield audio;
  }
}

async function heard(engine: WakeEngine, audio: AsyncIterable<Int16Array>, names?: readonly string[]) {
  const found: string[] = [];
  for await (const { name, atMs } of engine.listen(audio, { signal, ...(names ? { names } : {}) }))
    found.push(`${name}@${atMs}`);
  return found;
}

describe('useSettings', () => {
  it('moves a running stream to the new words without losing a frame', async () => {
    const { engine } = await watchedEngine(phrases('alexa'));
    const change = () => engine.useSettings(phrases('alexa', 'nabu'), { signal });
    const audio = scripted([[framesOf(0, 0)], [framesOf(2, 0, 1), change], [framesOf(0)]]);
    expect(await heard(engine, audio)).toEqual(['nabu@240', 'alexa@400']);
    expect(engine.words.map(({ name }) => name)).toEqual(['alexa', 'nabu']);
  });

  it('does not detect again what was detected before the change', async () => {
    const { engine } = await watchedEngine(phrases('alexa'));
    const change = () => engine.useSettings(phrases('alexa'), { signal });
    expect(await heard(engine, scripted([[framesOf(0, 1, 0)], [framesOf(0), change]]))).toEqual([
      'alexa@160',
    ]);
  });

  it('lets the new words hear what was said just before the change', async () => {
    const { engine } = await watchedEngine(phrases('alexa'));
    const change = () => engine.useSettings(phrases('alexa', 'nabu'), { signal });
    expect(await heard(engine, scripted([[framesOf(0, 2, 0)], [framesOf(0), change]]))).toEqual(['nabu@160']);
  });

  it('no longer hears a word that was taken away', async () => {
    const { engine } = await watchedEngine(phrases('nabu', 'alexa'));
    const change = () => engine.useSettings(phrases('nabu'), { signal });
    const audio = scripted([[framesOf(0, 2, 0)], [framesOf(2), change]]);
    expect(await heard(engine, audio, ['alexa'])).toEqual(['alexa@160']);
  });

  it('frees the old models when the last stream has left them', async () => {
    const { engine, built } = await watchedEngine(phrases('alexa'));
    const states: unknown[] = [];
    const look = async () => states.push(built.map((backend) => backend.isClosed()));
    const change = async () => {
      await engine.useSettings(phrases('nabu'), { signal });
      await look();
    };
    await heard(engine, scripted([[framesOf(0)], [framesOf(0), change], [framesOf(0), look]]));
    expect(states).toEqual([
      [false, false],
      [true, false],
    ]);
  });

  it('keeps the old settings when the new ones can not be served', async () => {
    const { engine } = await watchedEngine(phrases('alexa'));
    await expect(engine.useSettings(phrases('broken'), { signal })).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
    });
    expect(await heard(engine, scripted([[framesOf(1)]]))).toEqual(['alexa@80']);
  });

  it('lets the newer of two calls win', async () => {
    const { engine, built } = await watchedEngine(phrases('alexa'));
    const calls = [phrases('one'), phrases('two')].map((settings) =>
      engine.useSettings(settings, { signal }),
    );
    await Promise.all(calls);
    expect(engine.words.map(({ name }) => name)).toEqual(['two']);
    expect(built.map((backend) => backend.isClosed())).toEqual([true, true, false]);
  });
});
