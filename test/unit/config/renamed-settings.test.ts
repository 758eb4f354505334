import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appOptions } from '../../../src/config/app-options.ts';
import { leaves } from '../../../src/config/leaves.ts';
import { loadConfig } from '../../../src/config/load.ts';
import {
  renamedSettings,
  renameInFile,
  type RenamedSetting,
  renameTexts,
} from '../../../src/config/renamed-settings.ts';

const table: readonly RenamedSetting[] = [
  { was: { key: 'stt.ear', flag: 'stt-ear', env: 'HEARKEN_STT_EAR' }, now: 'language' },
  { was: { key: 'peers', flag: 'peers', env: 'HEARKEN_PEERS' }, now: 'wyoming.allow' },
];

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hearken-renamed-')), 'hearken.yaml');
  writeFileSync(path, text);
  return path;
}

describe('an old name in a file', () => {
  it('gives its value to the new one, between sections too, and is told', () => {
    const file = { stt: { ear: 'de' }, log: { level: 'warn' } };
    expect(renameInFile(file, 'x.yaml', table)).toEqual({
      values: { stt: {}, log: { level: 'warn' }, language: 'de' },
      notices: ['x.yaml: "stt.ear" is called "language" now'],
    });
    expect(file).toEqual({ stt: { ear: 'de' }, log: { level: 'warn' } });
  });

  it('becomes an entry of a list, beside what its section says', () => {
    expect(renameInFile({ peers: '10.0.0.1', wyoming: { port: 1 } }, 'x', table).values).toEqual({
      wyoming: { port: 1, allow: ['10.0.0.1'] },
    });
    expect(renameInFile({ peers: ['::1'] }, 'x', table).values).toEqual({ wyoming: { allow: ['::1'] } });
  });

  it('does not count beside the new one', () => {
    const { values, notices } = renameInFile({ peers: 'a', wyoming: { allow: ['b'] } }, 'x', table);
    expect(values).toEqual({ wyoming: { allow: ['b'] } });
    expect(notices).toEqual(['x: "peers" is called "wyoming.allow" now, which is set as well and counts']);
    const list = renameInFile({ peers: 'a', wyoming: ['b'] }, 'x', table);
    expect(list.values).toEqual({ wyoming: ['b'] });
  });

  it('that is not there changes nothing, whatever the file holds', () => {
    for (const file of [{}, null, [], 'text', { stt: null }, { stt: ['a'] }])
      expect(renameInFile(file, 'x', table)).toEqual({ values: file, notices: [] });
  });
});

describe('an old flag or variable', () => {
  it('gives its text to the new one', () => {
    expect(renameTexts({ HEARKEN_PEERS: 'a,b', PATH: '/' }, 'env', table)).toEqual({
      values: { HEARKEN_WYOMING_ALLOW: 'a,b', PATH: '/' },
      notices: ['"HEARKEN_PEERS" is called "HEARKEN_WYOMING_ALLOW" now'],
    });
    expect(renameTexts({ 'stt-ear': 'de' }, 'flag', table)).toEqual({
      values: { language: 'de' },
      notices: ['"--stt-ear" is called "--language" now'],
    });
  });

  it('does not count beside the new one, and is no word lost on one that is empty', () => {
    expect(renameTexts({ HEARKEN_PEERS: 'a', HEARKEN_WYOMING_ALLOW: 'b' }, 'env', table).values).toEqual({
      HEARKEN_WYOMING_ALLOW: 'b',
    });
    expect(renameTexts({ HEARKEN_PEERS: '' }, 'env', table)).toEqual({ values: {}, notices: [] });
  });
});

describe('the form of the app', () => {
  it('goes on taking an old name: the Supervisor drops what it does not know', () => {
    const one = { was: { key: 'stt.speed', flag: 'stt-speed', env: 'HEARKEN_STT_SPEED' }, now: 'tts.speed' };
    const { schema, texts } = appOptions(undefined, [one]);
    expect(schema['stt']).toMatchObject({ speed: expect.stringMatching(/^float.*\?$/) });
    expect(schema['stt']).toMatchObject({ engines: ['str?'] });
    expect(texts['stt']?.fields?.['speed']?.description).toContain('tts.speed');
    const top = appOptions(undefined, [{ was: { ...one.was, key: 'pace' }, now: 'tts.speed' }]);
    expect(top.schema).toHaveProperty('pace');
  });

  it('is not asked for what the app decides itself', () => {
    expect(appOptions(undefined, renamedSettings)).toEqual(appOptions(undefined, []));
  });
});

describe('the names that were', () => {
  it('are nobody else’s, and lead to a setting that is', () => {
    for (const { was, now } of renamedSettings) {
      expect(leaves.map(({ key }) => key)).toContain(now);
      expect(
        leaves.filter(({ key, flag, env }) => key === was.key || flag === was.flag || env === was.env),
      ).toEqual([]);
    }
  });

  it('go on working, wherever they were set', () => {
    const noFile = fileWith('');
    const file = fileWith('models: { cache_dir: /srv/models }');
    expect(loadConfig({ env: {}, file })).toMatchObject({
      models: { dirs: ['/srv/models'] },
      notices: [`${file}: "models.cache_dir" is called "models.dirs" now`],
    });
    const env = { HEARKEN_MODEL_CACHE: '/srv/models' };
    expect(loadConfig({ env, file: noFile }).models.dirs).toEqual(['/srv/models']);
    const flags = { 'model-cache': '/srv/models' };
    expect(loadConfig({ env: {}, file: noFile, flags }).models.dirs).toEqual(['/srv/models']);
    expect(loadConfig({ env: {}, file: noFile }).notices).toEqual([]);
  });
});
