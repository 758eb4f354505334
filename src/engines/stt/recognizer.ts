/** Opens sherpa-onnx's streaming recogniser for a model, with or without hotwords. */
import { readFile } from 'node:fs/promises';
import type { InstalledModel } from '../../core/installed-model.ts';
import { checkedFile, corruptModel } from '../sherpa/check-files.ts';
import { loadSherpa } from '../sherpa/sherpa-onnx.ts';
import type { OnlineRecognizer, OnlineRecognizerConfig } from '../sherpa/sherpa-onnx.ts';
import { hotwordsFile, readSpelling } from './hotwords.ts';
import type { Phrases, Spelling } from './hotwords.ts';
import type { SttOptions } from './options.ts';

export type RecognizerFactory = {
  /** Undefined when the model brings no vocabulary to spell hints with. */
  readonly spelling: Spelling | undefined;
  /** Blocks the thread for 0.1 to 0.4 s (the 3.3 M model). */
  build(phrases: Phrases): OnlineRecognizer;
};

export const sampleRateHz = 16_000;

/** @throws EngineError `MODEL_CORRUPT` naming the file; whoever calls `build` trusts the graphs' insides. */
export async function createRecognizerFactory(
  model: InstalledModel,
  options: SttOptions,
): Promise<RecognizerFactory> {
  const [encoder, decoder, joiner, tokens] = await Promise.all([
    checkedFile(model, 'encoder'),
    checkedFile(model, 'decoder'),
    checkedFile(model, 'joiner'),
    checkedFile(model, 'tokens'),
  ]);
  await checkTokens(model, tokens);
  const bpeVocab = model.files['bpeVocab'] === undefined ? undefined : await checkedFile(model, 'bpeVocab');
  const config: OnlineRecognizerConfig = {
    featConfig: { sampleRate: sampleRateHz, featureDim: 80 },
    modelConfig: {
      transducer: { encoder, decoder, joiner },
      tokens,
      numThreads: options.threads,
      provider: options.provider,
      ...(bpeVocab !== undefined && { modelingUnit: 'bpe' as const, bpeVocab }),
    },
    decodingMethod: 'modified_beam_search',
    maxActivePaths: options.searchPaths,
  };
  const { OnlineRecognizer: Recognizer } = loadSherpa();
  return {
    spelling: bpeVocab === undefined ? undefined : await readSpelling(bpeVocab, model.settings['textCase']),
    build(phrases) {
      const isPlain = phrases.names.length === 0 && phrases.terms.length === 0;
      if (isPlain || options.hintWeight === 0) return new Recognizer(config);
      const text = hotwordsFile(phrases, options.hintWeight);
      return new Recognizer({
        ...config,
        hotwordsBuf: text,
        hotwordsBufSize: new TextEncoder().encode(text).length,
        hotwordsScore: options.hintWeight,
      });
    },
  };
}

/** sherpa-onnx ends the process on a table it can not read, and on one without a blank. */
async function checkTokens(model: InstalledModel, path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const isTable = lines.every((line) => /^\S*\s+\d+\s*$/.test(line));
  const ids = new Set(lines.map((line) => Number(line.trim().split(/\s+/).at(-1))));
  if (!isTable || ids.size !== lines.length || !ids.has(0))
    throw corruptModel(model, 'tokens', 'is no table of tokens and their numbers');
}
