import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../src/core/clock.ts';
import { withSpeechCache } from '../../../../src/engines/tts/cache.ts';
import type { SpeakOptions } from '../../../../src/engines/tts/engine.ts';
import { LocalTtsEngine } from '../../../../src/engines/tts/local-engine.ts';
import { ttsCacheOptions } from '../../../../src/engines/tts/options.ts';
import { collect } from '../../../support/streams.ts';
import { fakeTtsModel } from '../../../support/engines/fake-tts-model.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const never = new AbortController().signal;
const cacheable = { cacheable: true, signal: never };

async function openCache(
  path: string,
  { defaultSpeed = 1, clock }: { defaultSpeed?: number; clock?: Clock } = {},
) {
  const model = fakeTtsModel('a', { speakers: ['x', 'y'] });
  const engine = await withSpeechCache(
    new LocalTtsEngine([model], { speed: defaultSpeed, maxLoadedModels: 1 }),
    {
      cacheDir: join(path, 'speech'),
      cache: ttsCacheOptions.parse({ maxAgeDays: 2 }),
      defaultSpeed,
      ...(clock && { clock }),
    },
  );
  return {
    model,
    speak: async (text: string, options: Partial<SpeakOptions> = {}) =>
      collect(engine.speak(text, { ...cacheable, ...options })),
    clear: () => engine.clear(),
    close: () => engine[Symbol.asyncDispose](),
    files: async () => (await readdir(join(path, 'speech'))).map((name) => join(path, 'speech', name)),
  };
}

describe('the speech cache', () => {
  it('is emptied on disk and in memory, and fills again', async () => {
    await using dir = await tempDir();
    const cache = await openCache(dir.path);
    await cache.speak('Light on.');
    await cache.speak('Light off.');
    expect(await cache.clear()).toBe(2);
    expect(await cache.files()).toEqual([]);
    await cache.speak('Light on.');
    expect(await cache.clear()).toBe(1);
    await cache.close();
  });

  it('speaks a cacheable text once, also after a restart', async () => {
    await using dir = await tempDir();
    const first = await openCache(dir.path);
    const spoken = await first.speak('Done. All lamps are off.');
    expect(await first.speak('Done. All lamps are off.')).toHaveLength(1);
    await first.close();
    const second = await openCache(dir.path);
    const [cached] = await second.speak('Done. All lamps are off.');
    expect(first.model.spoken).toHaveLength(2);
    expect(second.model.calls).toEqual([]);
    expect(cached?.rateHz).toBe(16_000);
    expect([...(cached?.samples ?? [])]).toEqual(spoken.flatMap((chunk) => [...chunk.samples]));
  });

  it('stores nothing of a text that was not declared cacheable', async () => {
    await using dir = await tempDir();
    const cache = await openCache(dir.path);
    await cache.speak('Your test result is here.', { cacheable: false });
    await cache.speak('Your test result is here.', { cacheable: false, voice: 'a' });
    await cache.close();
    expect(await cache.files()).toEqual([]);
  });

  it('tells voice, speaker, speed and text apart', async () => {
    await using dir = await tempDir();
    const cache = await openCache(dir.path);
    for (const options of [{}, { speaker: 'x' }, { speaker: 'y' }, { speed: 1.5 }])
      await cache.speak('Done.', options);
    await cache.speak('Gone.');
    expect(cache.model.spoken).toHaveLength(5);
    await cache.close();
    const faster = await openCache(dir.path, { defaultSpeed: 1.2 });
    await faster.speak('Done.');
    expect(faster.model.spoken).toHaveLength(1);
  });

  it('keeps its files private and without the text in their names', async () => {
    await using dir = await tempDir();
    const cache = await openCache(dir.path);
    await cache.speak('Done.');
    await cache.close();
    const [file = ''] = await cache.files();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir.path, 'speech'))).mode & 0o777).toBe(0o700);
    expect(file).not.toContain('Done');
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, -2)],
    ['empty', () => Buffer.alloc(0)],
    ['with a flipped byte', (bytes: Buffer) => bytes.fill(7, bytes.length - 1)],
    ['of another rate', (bytes: Buffer) => bytes.fill(1, 4, 5)],
  ])('takes an entry that is %s for a miss and writes it again', async (_, damage) => {
    await using dir = await tempDir();
    const first = await openCache(dir.path);
    await first.speak('Done.');
    await first.close();
    const [file = ''] = await first.files();
    const whole = await readFile(file);
    await writeFile(file, damage(Buffer.from(whole)));
    const second = await openCache(dir.path);
    await second.speak('Done.');
    await second.close();
    expect(second.model.spoken).toHaveLength(1);
    expect(await readFile(file)).toEqual(whole);
  });

  it('makes an entry again when it is too old', async () => {
    await using dir = await tempDir();
    let daysLater = 0;
    const clock: Clock = { now: () => Date.now() + daysLater * 86_400_000, monotonicMs: () => 0 };
    const cache = await openCache(dir.path, { clock });
    await cache.speak('Done.');
    daysLater = 1;
    await cache.speak('Done.');
    expect(cache.model.spoken).toHaveLength(1);
    daysLater = 3;
    await cache.speak('Done.');
    expect(cache.model.spoken).toHaveLength(2);
  });

  it('stores nothing of a text that was aborted', async () => {
    await using dir = await tempDir();
    const cache = await openCache(dir.path);
    const abort = new AbortController();
    abort.abort(new Error('left'));
    await expect(cache.speak('Done.', { signal: abort.signal })).rejects.toThrow('left');
    await cache.close();
    expect(await cache.files()).toEqual([]);
  });

  it('speaks without a cache when its directory can not be made', async () => {
    await using dir = await tempDir();
    await writeFile(join(dir.path, 'speech'), 'a file is in the way');
    const cache = await openCache(dir.path);
    expect(await cache.speak('Done.')).toHaveLength(1);
  });

  it('answers with samples of their own, which a receiver may hand away', async () => {
    await using dir = await tempDir();
    const cache = await openCache(dir.path);
    await cache.speak('Done.');
    const [first] = await cache.speak('Done.');
    first?.samples.fill(0);
    const [second] = await cache.speak('Done.');
    expect(second?.samples[0]).not.toBe(0);
  });
});
