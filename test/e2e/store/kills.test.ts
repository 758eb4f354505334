import { expect, it } from 'vitest';
import { killWriters } from '../../../src/bench/kills/kills.ts';
import { describeStores } from '../../support/store-kinds.ts';

describeStores('a program that is killed while it writes', (make) => {
  it('has kept everything that was acknowledged', async () => {
    await using place = await make();
    const { path, url } = place.place;
    const { signal } = new AbortController();
    const result = await killWriters({ killCount: 6, path, ...(url && { url: url.reveal() }), signal });
    expect(result.acknowledgedCount).toBeGreaterThan(20);
    expect(result.lost).toEqual([]);
    expect(result.faults).toEqual([]);
  });
});
