/** Typed phrases with a real keyword model and recordings of people. */
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWavMono } from '../../../../src/audio/wav.ts';
import type { InstalledModel } from '../../../../src/core/installed-model.ts';
import { createWakeEngine } from '../../../../src/engines/wake/create.ts';
import type { WakeEngine } from '../../../../src/engines/wake/engine.ts';
import { wakeOptions } from '../../../../src/engines/wake/options.ts';
import { describeReal, evalDir, modelsDir } from '../../../support/real-models.ts';
import { audioOf, collect, noAbort } from '../../../support/streams.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const signal = noAbort;
const folder = 'stt-kws/zipformer-gigaspeech-3.3M-mobile';
const file = (name: string) => join(modelsDir, folder, name);

const keywordSpotter: InstalledModel = {
  id: 'zipformer-gigaspeech-3.3M-mobile-kws',
  engine: 'sherpa-kws',
  languages: ['en'],
  files: {
    encoder: file('encoder.int8.onnx'),
    decoder: file('decoder.onnx'),
    joiner: file('joiner.int8.onnx'),
    tokens: file('tokens.txt'),
    bpeVocab: file('bpe.vocab'),
  },
  settings: {},
  licence: 'Apache-2.0',
  attribution: { name: 'k2-fsa', url: 'https://github.com/k2-fsa/sherpa-onnx' },
  fingerprint: 'real',
};

const wake = (words: readonly object[], model = keywordSpotter): Promise<WakeEngine> =>
  createWakeEngine({ models: [], keywordSpotter: model, settings: wakeOptions.parse({ words }) });

const recording = async (name: string): Promise<Int16Array> =>
  readWavMono(await readFile(join(evalDir, 'wake/real-single', name)));

const namesIn = async (
  engine: WakeEngine,
  samples: Int16Array,
  names?: readonly string[],
): Promise<string[]> =>
  (await collect(engine.listen(audioOf(samples), { signal, ...(names && { names }) }))).map(
    ({ name }) => name,
  );

describeReal('the wake engine with typed phrases', [`models/${folder}`, 'eval/wake/real-single'], () => {
  describe('two phrases', () => {
    let engine: WakeEngine;
    beforeAll(async () => {
      engine = await wake([{ phrase: 'computer' }, { phrase: 'Hey Jarvis', name: 'a / b' }]);
    });
    afterAll(() => engine[Symbol.asyncDispose]());

    it.each([
      ['computer_wow.wav', ['computer']],
      ['hey-jarvis_wow.wav', ['a / b']],
      ['hey-mycroft_wow.wav', []],
    ])('are heard by their names in %s', async (clip, names) => {
      expect(await namesIn(engine, await recording(clip))).toEqual(names);
    });

    it('are heard only by whom they are asked for', async () => {
      expect(await namesIn(engine, await recording('computer_wow.wav'), ['a / b'])).toEqual([]);
    });

    it('sound the same to a listener whose stream was used before', async () => {
      const clip = await recording('computer_wow.wav');
      // Cut in the middle of the word: nothing of it may be left for the next listener.
      expect(await namesIn(engine, clip.subarray(0, 8_000), ['computer'])).toEqual([]);
      for (let turn = 0; turn < 3; turn += 1) expect(await namesIn(engine, clip)).toEqual(['computer']);
    });
  });

  it('hears a phrase typed while it runs, and no longer the one before', async () => {
    await using engine = await wake([{ phrase: 'hey jarvis' }]);
    await engine.useSettings(wakeOptions.parse({ words: [{ phrase: 'computer' }] }), { signal });
    expect(await namesIn(engine, await recording('computer_wow.wav'))).toEqual(['computer']);
    expect(await namesIn(engine, await recording('hey-jarvis_wow.wav'))).toEqual([]);
  });

  it.each([
    ['room 5', /write the number as a word/u],
    ['café', /write "cafe" for "café"/u],
  ])('refuses "%s" and says why', async (phrase, why) => {
    await expect(wake([{ phrase }])).rejects.toThrow(why);
  });

  it('refuses one phrase under two names', async () => {
    const twice = wake([{ phrase: 'computer' }, { phrase: 'Computer!', name: 'other' }]);
    await expect(twice).rejects.toThrow('wake words "computer" and "other" are the same phrase');
  });

  it.each(['encoder', 'decoder', 'joiner', 'tokens', 'bpeVocab'])(
    'says which file is at fault when the %s is cut short or empty',
    async (role) => {
      await using dir = await tempDir();
      const path = join(dir.path, role === 'tokens' ? 'tokens.txt' : `${role}.onnx`);
      await writeFile(path, await readFile(keywordSpotter.files[role] ?? ''));
      const broken = {
        ...keywordSpotter,
        fingerprint: role,
        files: { ...keywordSpotter.files, [role]: path },
      };
      const reason = { code: 'MODEL_CORRUPT', message: expect.stringContaining(broken.id) as unknown };
      await truncate(path, 1_000);
      await expect(wake([{ phrase: 'computer' }], broken)).rejects.toMatchObject(reason);
      await truncate(path, 0);
      await expect(wake([{ phrase: 'computer' }], broken)).rejects.toMatchObject(reason);
    },
  );
});
