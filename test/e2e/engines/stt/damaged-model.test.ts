/** Damaged models are errors that name the file, found before native code sees it. */
import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { InstalledModel } from '../../../../src/core/installed-model.ts';
import { createSttEngine } from '../../../../src/engines/stt/create.ts';
import { sttOptions } from '../../../../src/engines/stt/options.ts';
import { installedModels } from '../../../support/installed-models.ts';
import { realSttFiles } from '../../../support/engines/installed-stt.ts';
import { describeReal } from '../../../support/real-models.ts';
import { tempDir } from '../../../support/temp-dir.ts';

describeReal('a damaged speech-to-text model', realSttFiles, () => {
  const options = sttOptions.parse({});
  let model: InstalledModel;
  let vad: InstalledModel;
  beforeAll(async () => {
    [model] = (await installedModels('sherpa-online-transducer')) as [InstalledModel];
    [vad] = (await installedModels('silero-vad')) as [InstalledModel];
  });

  /** The model with one file replaced by a damaged copy. */
  async function damaged(dir: string, role: string, damage: (path: string) => Promise<void>) {
    const original = model.files[role] ?? '';
    const path = join(dir, basename(original));
    await copyFile(original, path);
    await damage(path);
    return { ...model, files: { ...model.files, [role]: path } };
  }

  it.each(['encoder', 'decoder', 'joiner', 'tokens', 'bpeVocab'])('names an empty %s', async (role) => {
    await using dir = await tempDir();
    const models = [await damaged(dir.path, role, (path) => truncate(path, 0))];
    await expect(createSttEngine({ models, vad, options })).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringContaining(role),
    });
  });

  it.each(['encoder', 'decoder', 'joiner'])('names a truncated %s', async (role) => {
    await using dir = await tempDir();
    const models = [
      await damaged(dir.path, role, async (path) => {
        await truncate(path, (await readFile(path)).length - 1_000);
      }),
    ];
    await expect(createSttEngine({ models, vad, options })).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringContaining(role),
    });
  });

  it('names a token table with a hole in it', async () => {
    await using dir = await tempDir();
    const models = [
      await damaged(dir.path, 'tokens', async (path) => {
        await writeFile(path, (await readFile(path, 'utf8')).replace('<blk> 0\n', '<blk> zero\n'));
      }),
    ];
    await expect(createSttEngine({ models, vad, options })).rejects.toMatchObject({ code: 'MODEL_CORRUPT' });
  });

  it('does not keep a whole model beside it from working', async () => {
    await using dir = await tempDir();
    const broken = await damaged(dir.path, 'joiner', (path) => truncate(path, 10));
    await using engine = await createSttEngine({ models: [broken, model], vad, options });
    expect(engine.languages).toEqual(['en']);
  });

  it('is told apart from a missing one', async () => {
    await expect(createSttEngine({ models: [], vad, options })).rejects.toMatchObject({
      code: 'MODEL_NOT_INSTALLED',
    });
    await expect(
      createSttEngine({ models: [{ ...model, engine: 'whisper-by-hand' }], vad, options }),
    ).rejects.toMatchObject({ code: 'MODEL_NOT_INSTALLED' });
  });
});
