/** Silero VAD with real weights. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAudioFile } from '../../../../src/bench/recordings.ts';
import type { InstalledModel } from '../../../../src/core/installed-model.ts';
import type { VadEngine } from '../../../../src/engines/vad/engine.ts';
import { createSileroVad } from '../../../../src/engines/vad/silero.ts';
import { installedModels } from '../../../support/installed-models.ts';
import { describeReal, evalDir } from '../../../support/real-models.ts';
import { tempDir } from '../../../support/temp-dir.ts';

describeReal('Silero VAD', ['models/vad/silero_vad.onnx', 'eval/stt/jfk.wav'], () => {
  let model: InstalledModel;
  let vad: VadEngine;
  let speech: Int16Array;
  beforeAll(async () => {
    [model] = (await installedModels('silero-vad')) as [InstalledModel];
    vad = await createSileroVad(model);
    speech = await readAudioFile(join(evalDir, 'stt/jfk.wav'));
  }, 30_000);
  afterAll(() => vad[Symbol.asyncDispose]());

  it('finds the voice in speech and none in silence', async () => {
    const frames = await vad.open().push(speech);
    expect(frames.filter(({ probability }) => probability > 0.5).length).toBeGreaterThan(frames.length * 0.6);
    const silent = await vad.open().push(new Int16Array(16_000));
    expect(Math.max(...silent.map(({ probability }) => probability))).toBeLessThan(0.1);
    expect(silent.every(({ levelDb }) => levelDb === -100)).toBe(true);
  });

  it('gives a frame for every 256 samples, the same whatever the chunks', async () => {
    const whole = await vad.open().push(speech.subarray(0, 32_000));
    const stream = vad.open();
    const pieces = [];
    for (let from = 0; from < 32_000; from += 700)
      pieces.push(...(await stream.push(speech.subarray(from, Math.min(32_000, from + 700)))));
    expect(whole).toHaveLength(Math.floor(32_000 / 512) * 2);
    expect(pieces).toEqual(whole);
    expect(vad.frameSamples).toBe(256);
  });

  it('keeps streams apart', async () => {
    const [alone] = [await vad.open().push(speech.subarray(0, 16_000))];
    const [beside] = await Promise.all([
      vad.open().push(speech.subarray(0, 16_000)),
      vad.open().push(speech.subarray(60_000, 76_000)),
    ]);
    expect(beside).toEqual(alone);
  });

  it('works with the 16 kHz edition of the model, too', async () => {
    const other = (await installedModels('silero-vad')).find(({ id }) => id.includes('16k'));
    if (!other) throw new Error('the 16 kHz edition is missing');
    await using small = await createSileroVad(other);
    const frames = await small.open().push(speech);
    expect(Math.max(...frames.map(({ probability }) => probability))).toBeGreaterThan(0.9);
  });

  it.each([
    ['empty', new Uint8Array(0)],
    ['another kind of file', new TextEncoder().encode('not found')],
  ])('refuses a model file that is %s', async (_, bytes) => {
    await using dir = await tempDir();
    const path = join(dir.path, 'silero_vad.onnx');
    await writeFile(path, bytes);
    await expect(createSileroVad({ ...model, files: { model: path } })).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
    });
  });
});
