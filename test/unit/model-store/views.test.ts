import { describe, expect, it } from 'vitest';
import { listModels, modelCells } from '../../../src/model-store/list-models.ts';
import { createProgressView } from '../../../src/model-store/download/progress-view.ts';
import type { PullEvent } from '../../../src/model-store/download/pull-models.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const downloading = (receivedBytes: number, totalBytes: number | undefined): PullEvent => ({
  kind: 'downloading',
  id: 'voice',
  receivedBytes,
  totalBytes,
});

describe('createProgressView', () => {
  it('draws a bar on a terminal', () => {
    const view = createProgressView({ columns: 80 });
    expect(view(downloading(5e6, 10e6))).toEqual({
      lines: [],
      bar: 'voice [###############...............]  50 % 5.0 MB / 10.0 MB',
    });
  });

  it('never draws a bar longer than the terminal', () => {
    const view = createProgressView({ columns: 50 });
    const { bar } = view({ ...downloading(5e6, 10e6), id: 'a-very-long-model-id-that-does-not-fit' });
    expect(bar?.length).toBeLessThan(50);
    expect(bar).toContain('50 %');
  });

  it('counts bytes where the size is not known', () => {
    expect(createProgressView({ columns: 80 })(downloading(5e6, undefined)).bar).toBe('voice 5.0 MB');
  });

  it('writes a line per quarter into a log', () => {
    const view = createProgressView({});
    const lines = [1, 2, 26, 30, 74, 76, 100].flatMap(
      (percent) => view(downloading(percent * 1e5, 10e6)).lines,
    );
    expect(lines).toEqual([
      'voice: 25 % of 10.0 MB',
      'voice: 50 % of 10.0 MB',
      'voice: 75 % of 10.0 MB',
      'voice: 100 % of 10.0 MB',
    ]);
  });

  it('shows the licence and what it forbids', () => {
    const { lines } = createProgressView({})({
      kind: 'starting',
      id: 'word',
      licence: 'CC-BY-NC-SA-4.0',
      licenceNote: 'Typed phrases are free of it.',
      commercialUse: 'no',
      totalBytes: 1_200_000,
    });
    expect(lines).toEqual([
      'word: 1.2 MB, licence CC-BY-NC-SA-4.0, not for commercial use',
      'word: Typed phrases are free of it.',
    ]);
  });

  it('ends a failure with its fix', () => {
    const { lines } = createProgressView({})({
      kind: 'failed',
      id: 'voice',
      cause: 'network',
      reason: 'no route',
      fix: 'hearken models pull voice',
    });
    expect(lines).toEqual(['voice: failed: no route', '  to fix: hearken models pull voice']);
  });
});

describe('listModels', () => {
  const catalog = testCatalog('https://example.org');
  const installed = {
    id: 'my-voice',
    engine: 'sherpa-vits',
    languages: ['de'],
    files: {},
    settings: {},
    licence: 'CC0-1.0',
    attribution: { name: 'A', url: 'https://example.org' },
    fingerprint: '0',
  };
  const inventory = {
    models: [installed],
    problems: [{ kind: 'file-missing', id: 'vad', directory: '/m', reason: 'gone', fix: 'pull' }] as const,
  };

  it('shows what is installed, damaged and available', () => {
    const rows = listModels({ inventory, catalog });
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['my-voice', 'installed'],
      ['vad', 'damaged'],
      ['voice', 'available'],
      ['unhashed', 'available'],
    ]);
  });

  it('keeps models without a language when asked for one', () => {
    expect(listModels({ inventory, catalog, language: 'en-GB' }).map(({ id }) => id)).toEqual([
      'vad',
      'voice',
      'unhashed',
    ]);
  });

  it('marks what this version can not run', () => {
    const [, row] = modelCells(listModels({ inventory, catalog, job: 'denoise' }));
    expect(row).toEqual(['unhashed', 'denoise', 'available, not run by this version yet', '', 'MIT', 'any']);
  });
});
