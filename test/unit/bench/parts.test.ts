import { describe, expect, it } from 'vitest';
import { type BenchPart, measureParts } from '../../../src/bench/parts.ts';
import type { BenchOptions, BenchRow } from '../../../src/bench/report.ts';
import { HomeError } from '../../../src/core/errors.ts';

const row: BenchRow = { metric: 'sentence → reply', value: 3, unit: 'ms', n: 1 };

const optionsWith = (signal: AbortSignal, progress: string[] = []): BenchOptions => ({
  evalDir: '',
  modelDirs: [],
  smoke: true,
  signal,
  progress: (text) => void progress.push(text),
});

const well = (name: string): BenchPart => ({
  name,
  measure: async () => ({ rows: [{ ...row, metric: name }], notes: [`note of ${name}`] }),
});

const broken: BenchPart = {
  name: 'voice',
  measure: async () => {
    throw new HomeError('HOME_REFUSED', 'the form was not taken');
  },
};

describe('the parts of a table', () => {
  it('keep their rows and notes when another one fails, which has a row that says why', async () => {
    const { signal } = new AbortController();
    const { rows, notes } = await measureParts([well('kills'), broken, well('audit')], optionsWith(signal));
    expect(rows).toEqual([
      { ...row, metric: 'kills' },
      expect.objectContaining({
        metric: 'voice: not measured, the form was not taken [HOME_REFUSED]',
        met: false,
        isFailure: true,
      }),
      { ...row, metric: 'audit' },
    ]);
    expect(notes).toEqual(['note of kills', 'note of audit']);
  });

  it('tell where the failed one failed while the others go on', async () => {
    const progress: string[] = [];
    await measureParts([broken], optionsWith(new AbortController().signal, progress));
    expect(progress).toEqual([expect.stringContaining('parts.test.ts')]);
  });

  it('end when the person stops the run', async () => {
    const stop = new AbortController();
    const stopped: BenchPart = {
      name: 'kills',
      measure: async ({ signal }) => {
        stop.abort(new HomeError('HOME_UNREACHABLE', 'stopped'));
        signal.throwIfAborted();
        return { rows: [] };
      },
    };
    await expect(measureParts([stopped, well('audit')], optionsWith(stop.signal))).rejects.toThrow('stopped');
  });
});
