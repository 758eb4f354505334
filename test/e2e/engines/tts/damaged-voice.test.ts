import { copyFile, cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Logger } from '../../../../src/core/log.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { createTtsEngine } from '../../../../src/engines/tts/create.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { collect } from '../../../support/streams.ts';
import { installedVoice, realVoiceFiles } from '../../../support/engines/installed-voice.ts';
import { describeReal } from '../../../support/real-models.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { writeTinyVits } from '../../../support/engines/tiny-vits.ts';

const never = new AbortController().signal;

/** A copy of a real voice that a test may damage. */
async function copyVoice(dir: string) {
  const { files } = installedVoice('amy');
  const copy = {
    model: join(dir, 'model.onnx'),
    tokens: join(dir, 'tokens.txt'),
    dataDir: join(dir, 'data'),
  };
  for (const [role, path] of Object.entries(copy)) await cp(files[role] ?? '', path, { recursive: true });
  // The originals may be read-only.
  await promisify(execFile)('chmod', ['-R', 'u+w', dir]);
  return { ...installedVoice('amy', copy), files: copy };
}

describeReal('a damaged voice', realVoiceFiles, () => {
  const flip = async (path: string, offset: number) => {
    const bytes = await readFile(path);
    bytes.fill(0xff, offset, offset + 64);
    await writeFile(path, bytes);
  };

  it.each<[string, (files: Awaited<ReturnType<typeof copyVoice>>['files']) => Promise<void>]>([
    ['a truncated model', ({ model }) => truncate(model, 3_000_000)],
    ['an empty model', ({ model }) => truncate(model, 0)],
    ['a model with flipped bytes at its start', ({ model }) => flip(model, 0)],
    ['no model', ({ model }) => rm(model)],
    ['an empty token table', ({ tokens }) => truncate(tokens, 0)],
    ['a truncated token table', ({ tokens }) => truncate(tokens, 2)],
    ['empty phoneme data', ({ dataDir }) => truncate(join(dataDir, 'phondata'), 0)],
    ['truncated phoneme data', ({ dataDir }) => truncate(join(dataDir, 'phontab'), 100)],
    ['no dictionary', ({ dataDir }) => rm(join(dataDir, 'en_dict'))],
    ['no language definitions', ({ dataDir }) => rm(join(dataDir, 'lang'), { recursive: true })],
  ])('is an error with %s, not the end of the process', async (_, damage) => {
    await using dir = await tempDir();
    const voice = await copyVoice(dir.path);
    await damage(voice.files);
    await expect(
      createTtsEngine({ models: [voice], options: ttsOptions.parse({}) }, { signal: never }),
    ).rejects.toMatchObject({ code: 'MODEL_CORRUPT', message: expect.stringContaining('sanotts-amy') });
  });

  it('is an error when its graph breaks in the middle of a sentence', async () => {
    await using dir = await tempDir();
    const short = { op: 'Conv', inputs: ['up', 'res1.w'], outputs: ['short'] };
    const between = [short, { op: 'Add', inputs: ['up', 'short'], outputs: ['upped'] }];
    const voice = await writeTinyVits(dir.path, installedVoice('amy').files['dataDir'] ?? '', { between });
    const opening = createTtsEngine({ models: [voice], options: ttsOptions.parse({}) }, { signal: never });
    await expect(opening).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
  });

  it('is an error when it makes a sentence of minutes out of a word', async () => {
    await using dir = await tempDir();
    const dataDir = installedVoice('amy').files['dataDir'] ?? '';
    const voice = await writeTinyVits(dir.path, dataDir, { stretch: 2_000 });
    const opening = createTtsEngine({ models: [voice], options: ttsOptions.parse({}) }, { signal: never });
    await expect(opening).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringContaining('far more sound than the text can need'),
    });
  });

  it('is left out with a warning while another voice can speak', async () => {
    await using dir = await tempDir();
    const voice = installedVoice('amy', { model: join(dir.path, 'model.onnx') });
    await writeFile(join(dir.path, 'model.onnx'), 'cut');
    const warnings: unknown[] = [];
    const log: Logger = { ...silentLogger, warn: (message, fields) => warnings.push({ message, ...fields }) };
    const models = [voice, installedVoice('hfc')];
    const options = ttsOptions.parse({ voice: 'sanotts-amy' });
    await using engine = await createTtsEngine({ models, options }, { signal: never, log });
    expect(engine.voices.map(({ name }) => name)).toEqual(['sanotts-hfc']);
    expect(warnings).toMatchObject([{ model: 'sanotts-amy' }]);
    expect(await collect(engine.speak('Hello.', { signal: never }))).not.toEqual([]);
  });

  it('is an error when its files were damaged after the start', async () => {
    await using dir = await tempDir();
    const model = join(dir.path, 'model.onnx');
    await copyFile(installedVoice('amy').files['model'] ?? '', model);
    const voice = { ...installedVoice('amy', { model }), id: 'late' };
    const models = [installedVoice('hfc'), voice];
    await using engine = await createTtsEngine({ models, options: ttsOptions.parse({}) }, { signal: never });
    await rm(model, { force: true });
    await writeFile(model, 'cut');
    await expect(collect(engine.speak('Hello.', { voice: 'late', signal: never }))).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
    });
    expect(await collect(engine.speak('Hello.', { signal: never }))).not.toEqual([]);
  });
});
