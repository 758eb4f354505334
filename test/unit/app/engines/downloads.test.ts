import { describe, expect, it } from 'vitest';
import { Downloads } from '../../../../src/app/engines/downloads.ts';

const job = 'stt' as const;
const id = 'a-model';
const starting = {
  kind: 'starting',
  job,
  id,
  licence: 'MIT',
  licenceNote: undefined,
  commercialUse: 'yes',
  totalBytes: 100,
} as const;

describe('Downloads', () => {
  it('tells how far a model is', () => {
    const downloads = new Downloads();
    downloads.observe(starting);
    downloads.observe({ kind: 'downloading', job, id, receivedBytes: 40, totalBytes: 100 });
    expect(downloads.list()).toEqual([{ id, state: 'downloading', receivedBytes: 40, totalBytes: 100 }]);
    downloads.observe({ kind: 'unpacking', job, id });
    expect(downloads.list()).toMatchObject([{ state: 'unpacking', receivedBytes: 40 }]);
  });

  it('forgets what is installed and keeps what failed, with its reason', () => {
    const downloads = new Downloads();
    downloads.observe(starting);
    downloads.observe({ ...starting, id: 'other' });
    downloads.observe({ kind: 'installed', job, id, wasThere: false });
    downloads.observe({
      kind: 'failed',
      job,
      id: 'other',
      cause: 'disk',
      reason: 'the disk is full',
      fix: '',
    });
    expect(downloads.list()).toMatchObject([{ id: 'other', state: 'failed', reason: 'the disk is full' }]);
  });

  it('shows no download where nothing is fetched', () => {
    const downloads = new Downloads();
    downloads.observe({ kind: 'not-installed', job, id, reason: 'forbidden', fix: '' });
    expect(downloads.list()).toEqual([]);
  });
});
