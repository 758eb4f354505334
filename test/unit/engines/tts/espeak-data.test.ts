import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkEspeakData, shareEspeakData } from '../../../../src/engines/tts/espeak-data.ts';
import { installedVoice } from '../../../support/engines/installed-voice.ts';
import { tempDir } from '../../../support/temp-dir.ts';

async function writeData(dir: string, languages: readonly string[]): Promise<string> {
  await mkdir(join(dir, 'lang', 'gmw'), { recursive: true });
  for (const name of ['phontab', 'phonindex', 'phondata', 'intonations'])
    await writeFile(join(dir, name), Buffer.alloc(200_000));
  for (const language of languages) await writeFile(join(dir, `${language}_dict`), 'words');
  return dir;
}

const voiceWith = (dataDir: string) => installedVoice('amy', { dataDir });

describe('checkEspeakData', () => {
  it('accepts a directory with all its parts', async () => {
    await using dir = await tempDir();
    const data = await writeData(dir.path, ['en']);
    await expect(checkEspeakData(voiceWith(data), data)).resolves.toBeUndefined();
  });

  it.each([
    ['phontab', /phontab/u],
    ['phonindex', /phonindex/u],
    ['phondata', /phondata/u],
    ['intonations', /intonations/u],
    ['en_dict', /dictionary/u],
  ])('refuses a directory whose %s is empty', async (name, message) => {
    await using dir = await tempDir();
    const data = await writeData(dir.path, ['en']);
    await truncate(join(data, name), 0);
    await expect(checkEspeakData(voiceWith(data), data)).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringMatching(message),
    });
  });

  it('refuses a directory that is not there', async () => {
    await expect(checkEspeakData(voiceWith('/nowhere'), '/nowhere')).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
    });
  });
});

describe('shareEspeakData', () => {
  it('gives voices the directory that covers theirs, and leaves the others alone', async () => {
    await using dir = await tempDir();
    const english = await writeData(join(dir.path, 'en'), ['en']);
    const many = await writeData(join(dir.path, 'many'), ['en', 'de', 'fr']);
    const other = await writeData(join(dir.path, 'other'), ['xx']);
    const shared = await shareEspeakData([english, many, other].map(voiceWith));
    expect(shared.map((model) => model.files['dataDir'])).toEqual([many, many, other]);
  });

  it('shares no damaged directory', async () => {
    await using dir = await tempDir();
    const english = await writeData(join(dir.path, 'en'), ['en']);
    const many = await writeData(join(dir.path, 'many'), ['en', 'de', 'fr']);
    await truncate(join(many, 'phondata'), 10);
    const shared = await shareEspeakData([english, many].map(voiceWith));
    expect(shared.map((model) => model.files['dataDir'])).toEqual([english, many]);
  });

  it('leaves models without such data as they are', async () => {
    const { dataDir: _, ...files } = installedVoice('amy').files;
    const model = { ...installedVoice('amy'), files };
    expect(await shareEspeakData([model])).toEqual([model]);
  });
});
