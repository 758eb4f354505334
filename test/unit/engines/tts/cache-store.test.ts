import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CacheStore } from '../../../../src/engines/tts/cache-store.ts';
import { tempDir } from '../../../support/temp-dir.ts';

/** 1,000 samples: about 2 kB on disk. */
const sound = (sample: number) => ({ rateHz: 8_000, samples: new Int16Array(1_000).fill(sample) });
const limits = { maxBytes: 5_000, maxAgeMs: 3_600_000 };

describe('CacheStore', () => {
  it('removes the entry unused for longest when it grows too large', async () => {
    await using dir = await tempDir();
    const store = await CacheStore.open({ dir: dir.path, ...limits });
    await store.put('a', sound(1));
    await store.put('b', sound(2));
    await store.get('a');
    await store.put('c', sound(3));
    expect((await readdir(dir.path)).sort()).toEqual(['a.speech', 'c.speech']);
    expect(await store.get('b')).toBeUndefined();
    expect(await store.get('a')).toEqual(sound(1));
  });

  it('counts what earlier runs left', async () => {
    await using dir = await tempDir();
    const earlier = await CacheStore.open({ dir: dir.path, ...limits });
    await earlier.put('a', sound(1));
    await earlier.put('b', sound(2));
    await utimes(join(dir.path, 'b.speech'), new Date(), new Date(Date.now() - 60_000));
    const store = await CacheStore.open({ dir: dir.path, ...limits, maxBytes: 3_000 });
    expect(await readdir(dir.path)).toEqual(['a.speech']);
    expect(await store.get('a')).toEqual(sound(1));
  });

  it('replaces an entry without counting it twice', async () => {
    await using dir = await tempDir();
    const store = await CacheStore.open({ dir: dir.path, ...limits });
    for (let count = 0; count < 5; count += 1) await store.put('a', sound(count));
    await store.put('b', sound(9));
    expect((await readdir(dir.path)).sort()).toEqual(['a.speech', 'b.speech']);
    expect(await store.get('a')).toEqual(sound(4));
  });

  it('stores nothing larger than its bound', async () => {
    await using dir = await tempDir();
    const store = await CacheStore.open({ dir: dir.path, ...limits });
    await store.put('a', { rateHz: 8_000, samples: new Int16Array(10_000) });
    expect(await readdir(dir.path)).toEqual([]);
  });

  it('removes what a crash left half written, not what another process is writing', async () => {
    await using dir = await tempDir();
    const [stale, fresh] = [join(dir.path, 'a.1.tmp'), join(dir.path, 'b.2.tmp')];
    await writeFile(stale, 'half');
    await writeFile(fresh, 'half');
    await utimes(stale, new Date(), new Date(Date.now() - 7_200_000));
    await CacheStore.open({ dir: dir.path, ...limits });
    expect(await readdir(dir.path)).toEqual(['b.2.tmp']);
  });
});
