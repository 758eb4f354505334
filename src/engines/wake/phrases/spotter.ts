/**
 * The native keyword spotter. One per model serves every list of phrases: each stream brings its own list, which
 * the package's wrapper leaves out but its addon takes. So new phrases cost no loading.
 */
import type { InstalledModel } from '../../../core/installed-model.ts';
import { checkedFile } from '../../sherpa/check-files.ts';
import { loadSherpa, loadSherpaAddon } from '../../sherpa/sherpa-onnx.ts';
import type { KeywordSpotter, OnlineStream } from '../../sherpa/sherpa-onnx.ts';
import { keywordList } from './keyword-list.ts';
import type { Keyword } from './keyword-list.ts';
import { activePaths, defaultThreshold, pieceBoost, trailingBlanks } from './tuning.ts';

const sampleRateHz = 16_000;

/** The spotter wants a list of its own; this symbol is in every model and never in its output. */
const unspoken = '<sos/eos> @unspoken';

/**
 * Streams that nobody listens with, kept for the next listener of the same keywords: the native memory of a
 * dropped one (1.2 MB) waits for a garbage collection that has no reason to come. A household has this many
 * satellites; more are left to the collector.
 */
const maxIdleStreams = 16;

/** One frame of features. */
const silence = new Float32Array(sampleRateHz / 100);

/** A search over one audio stream. */
export type Spotting = {
  /** Places in the keyword list of what was heard with these samples (−1 to 1). */
  push(samples: Float32Array): readonly number[];
  /** Forgets what was heard, as if the next samples were the first. */
  restart(): void;
  /** Nothing may be pushed after it. */
  close(): void;
};

export type Spotter = {
  /**
   * Starts listening for these keywords.
   * @param keywords Pieces must be the model's tokens: the native code ends the process on any other.
   */
  listenFor(keywords: readonly Keyword[]): Spotting;
  release(): void;
};

type Loaded = {
  readonly native: KeywordSpotter;
  /** A stream of the wrapper's own, for its methods. */
  readonly methods: OnlineStream;
  /** By keyword list. */
  readonly idle: Map<string, OnlineStream[]>;
};

type Entry = { readonly loaded: Promise<Loaded>; users: number };

/** Spotters in use, by the model's fingerprint: old and new settings overlap, and loading is saved. */
const entries = new Map<string, Entry>();

/** @throws EngineError `MODEL_CORRUPT` naming the file. */
export async function acquireSpotter(model: InstalledModel): Promise<Spotter> {
  const entry = entries.get(model.fingerprint) ?? { loaded: load(model), users: 0 };
  entries.set(model.fingerprint, entry);
  entry.users += 1;
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    entry.users -= 1;
    if (entry.users === 0) entries.delete(model.fingerprint);
  };
  try {
    const loaded = await entry.loaded;
    return { listenFor: (keywords) => startSpotting(loaded, keywordList(keywords)), release };
  } catch (cause) {
    release();
    throw cause;
  }
}

async function load(model: InstalledModel): Promise<Loaded> {
  const transducer = {
    encoder: await checkedFile(model, 'encoder'),
    decoder: await checkedFile(model, 'decoder'),
    joiner: await checkedFile(model, 'joiner'),
  };
  const tokens = await checkedFile(model, 'tokens');
  const { KeywordSpotter: NativeSpotter } = loadSherpa();
  const native = new NativeSpotter({
    featConfig: { sampleRate: sampleRateHz, featureDim: 80 },
    modelConfig: { transducer, tokens, numThreads: 1, provider: 'cpu', debug: false },
    maxActivePaths: activePaths,
    numTrailingBlanks: trailingBlanks,
    keywordsScore: pieceBoost,
    keywordsThreshold: defaultThreshold,
    keywordsBuf: unspoken,
    keywordsBufSize: unspoken.length,
  });
  return { native, methods: native.createStream(), idle: new Map() };
}

function startSpotting(loaded: Loaded, list: string): Spotting {
  const { native, idle } = loaded;
  const stream = idle.get(list)?.pop() ?? openStream(loaded, list);
  restart();

  /**
   * Silence until the encoder takes a step pushes the last sound out of the features, and places the next sample
   * at the same point of a step (320 ms) each time: where a word lies in the steps decides whether a soft one is
   * heard, so that the same sound is always heard the same.
   */
  function restart(): void {
    while (!native.isReady(stream)) stream.acceptWaveform({ samples: silence, sampleRate: sampleRateHz });
    native.decode(stream);
    native.reset(stream);
  }

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
    restart,
    close() {
      restart();
      const others = idle.get(list) ?? [];
      idle.set(list, others);
      if (others.length < maxIdleStreams) others.push(stream);
    },
  };
}

/** A stream of the wrapper's class around a native one with keywords of its own. */
function openStream({ native, methods }: Loaded, list: string): OnlineStream {
  const handle = loadSherpaAddon().createKeywordStream(native.handle, list);
  const stream: OnlineStream = Object.create(methods, { handle: { value: handle } });
  return stream;
}
