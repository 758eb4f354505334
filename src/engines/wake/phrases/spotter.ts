/**
 * The native keyword spotter. One per model serves every list of phrases: each stream brings its own list, which
 * the package's wrapper leaves out but its addon takes. So new phrases cost no loading.
 */
import type { InstalledModel } from '../../../core/model.ts';
import { checkedFile } from '../../sherpa/check-files.ts';
import { loadSherpa, loadSherpaAddon } from '../../sherpa/sherpa-onnx.ts';
import type { KeywordSpotter, OnlineStream } from '../../sherpa/sherpa-onnx.ts';
import { keywordList } from './keyword-list.ts';
import type { Keyword } from './keyword-list.ts';
import { activePaths, defaultThreshold, pieceBoost, trailingBlanks } from './tuning.ts';

const sampleRateHz = 16_000;

/** The spotter wants a list of its own; this symbol is in every model and never in its output. */
const unspoken = '<sos/eos> @unspoken';

/** A search over one stretch of audio. */
export type Spotting = {
  /** Places in the keyword list of what was heard with these samples (−1 to 1). */
  push(samples: Float32Array): readonly number[];
};

export type Spotter = {
  /**
   * Starts listening for these keywords.
   * @param keywords Pieces must be the model's tokens: the native code ends the process on any other.
   */
  listenFor(keywords: readonly Keyword[]): Spotting;
  release(): void;
};

type Loaded = { readonly native: Promise<KeywordSpotter>; users: number };

/** Spotters in use, by the model's fingerprint: old and new settings overlap, and 100 ms of loading are saved. */
const loaded = new Map<string, Loaded>();

/** @throws EngineError `MODEL_CORRUPT` naming the file. */
export async function acquireSpotter(model: InstalledModel): Promise<Spotter> {
  const entry = loaded.get(model.fingerprint) ?? { native: load(model), users: 0 };
  loaded.set(model.fingerprint, entry);
  entry.users += 1;
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    entry.users -= 1;
    if (entry.users === 0) loaded.delete(model.fingerprint);
  };
  try {
    const native = await entry.native;
    return { listenFor: (keywords) => startSpotting(native, keywords), release };
  } catch (cause) {
    release();
    throw cause;
  }
}

async function load(model: InstalledModel): Promise<KeywordSpotter> {
  const transducer = {
    encoder: await checkedFile(model, 'encoder'),
    decoder: await checkedFile(model, 'decoder'),
    joiner: await checkedFile(model, 'joiner'),
  };
  const tokens = await checkedFile(model, 'tokens');
  const { KeywordSpotter: Spotter } = loadSherpa();
  return new Spotter({
    featConfig: { sampleRate: sampleRateHz, featureDim: 80 },
    modelConfig: { transducer, tokens, numThreads: 1, provider: 'cpu', debug: false },
    maxActivePaths: activePaths,
    numTrailingBlanks: trailingBlanks,
    keywordsScore: pieceBoost,
    keywordsThreshold: defaultThreshold,
    keywordsBuf: unspoken,
    keywordsBufSize: unspoken.length,
  });
}

function startSpotting(native: KeywordSpotter, keywords: readonly Keyword[]): Spotting {
  const stream = openStream(native, keywords);
  return {
    push(samples) {
      stream.acceptWaveform({ samples, sampleRate: sampleRateHz });
      const heard: number[] = [];
      while (native.isReady(stream)) {
        native.decode(stream);
        const { keyword } = native.getResult(stream);
        if (keyword === '') continue;
        heard.push(Number(keyword));
        native.reset(stream);
      }
      return heard;
    },
  };
}

/** A stream of the wrapper's class around a native one with keywords of its own. */
function openStream(native: KeywordSpotter, keywords: readonly Keyword[]): OnlineStream {
  const stream = native.createStream();
  return Object.assign(stream, {
    handle: loadSherpaAddon().createKeywordStream(native.handle, keywordList(keywords)),
  });
}
