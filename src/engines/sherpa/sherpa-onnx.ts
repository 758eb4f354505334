/**
 * The part of `sherpa-onnx-node` this program uses, typed by hand: the package ships no types. Names are the
 * package's own; facts are from its `types.js` and C API of 1.13. Every constructor ends the process on a damaged
 * model file, so callers check their files first (`check-files.ts`). Calls are synchronous and block the thread.
 */
import { createRequire } from 'node:module';
import { EngineError } from '../../core/errors.ts';

/** Samples are mono, -1 to 1. */
export type Waveform = { readonly samples: Float32Array; readonly sampleRate: number };

export type FeatureConfig = { readonly sampleRate: number; readonly featureDim: number };

export type TransducerFiles = { readonly encoder: string; readonly decoder: string; readonly joiner: string };

/** Settings every model configuration shares. */
type Runtime = { readonly numThreads?: number; readonly provider?: string; readonly debug?: boolean };

export type OnlineModelConfig = Runtime & {
  readonly transducer: TransducerFiles;
  readonly tokens: string;
  /** How hotwords are cut into tokens; `bpe` needs `bpeVocab`. */
  readonly modelingUnit?: 'bpe' | 'cjkchar' | 'cjkchar+bpe';
  readonly bpeVocab?: string;
  readonly modelType?: string;
};

export type OnlineRecognizerConfig = {
  readonly featConfig: FeatureConfig;
  readonly modelConfig: OnlineModelConfig;
  /** Hotwords need `modified_beam_search`. */
  readonly decodingMethod?: 'greedy_search' | 'modified_beam_search';
  readonly maxActivePaths?: number;
  readonly enableEndpoint?: boolean;
  readonly rule1MinTrailingSilence?: number;
  readonly rule2MinTrailingSilence?: number;
  readonly rule3MinUtteranceLength?: number;
  /** Phrases, one per line, each with an optional ` :score`. */
  readonly hotwordsBuf?: string;
  /** Bytes of `hotwordsBuf` as UTF-8. */
  readonly hotwordsBufSize?: number;
  /** Added per matched token of a phrase without a score of its own. */
  readonly hotwordsScore?: number;
  /** Subtracted from the blank symbol's log probability. */
  readonly blankPenalty?: number;
};

export type OnlineRecognizerResult = {
  readonly text: string;
  readonly tokens: readonly string[];
  /** Start of each token in s. */
  readonly timestamps: readonly number[];
  /** Log probability of each token, without bias. */
  readonly ys_probs: readonly number[];
  readonly lm_probs: readonly number[];
  /** Bias added to each token by hotwords. */
  readonly context_scores: readonly number[];
  readonly segment: number;
  readonly start_time: number;
  readonly is_final: boolean;
};

export type OnlineStream = {
  acceptWaveform(waveform: Waveform): void;
  /** Nothing may be fed after it. */
  inputFinished(): void;
  setOption(key: string, value: string): void;
};

export type OnlineRecognizer = {
  createStream(): OnlineStream;
  isReady(stream: OnlineStream): boolean;
  /** Only when `isReady`: one chunk of the encoder. */
  decode(stream: OnlineStream): void;
  /** One batch over streams that are all ready. */
  decodeStreams(streams: readonly OnlineStream[]): void;
  isEndpoint(stream: OnlineStream): boolean;
  reset(stream: OnlineStream): void;
  getResult(stream: OnlineStream): OnlineRecognizerResult;
};

export type KeywordSpotterConfig = {
  readonly featConfig: FeatureConfig;
  readonly modelConfig: OnlineModelConfig;
  readonly maxActivePaths?: number;
  readonly numTrailingBlanks?: number;
  readonly keywordsScore?: number;
  readonly keywordsThreshold?: number;
  /** One keyword per line as token pieces, ` :score`, ` #threshold`, ` @NAME`; not empty. */
  readonly keywordsBuf: string;
  /** Its length in bytes. */
  readonly keywordsBufSize: number;
};

export type KeywordResult = {
  readonly keyword: string;
  readonly start_time: number;
  /** Start of each token in s since the stream began or was reset. */
  readonly timestamps: readonly number[];
  readonly tokens: readonly string[];
};

export type KeywordSpotter = {
  createStream(): OnlineStream;
  isReady(stream: OnlineStream): boolean;
  decode(stream: OnlineStream): void;
  reset(stream: OnlineStream): void;
  getResult(stream: OnlineStream): KeywordResult;
  /** Native object: for `createKeywordStream` of the addon. */
  readonly handle: unknown;
};

export type OfflineTtsConfig = {
  readonly model: Runtime & {
    readonly vits?: {
      readonly model: string;
      readonly tokens: string;
      readonly dataDir?: string;
      readonly lexicon?: string;
      readonly noiseScale?: number;
      readonly noiseScaleW?: number;
      readonly lengthScale?: number;
    };
    readonly kokoro?: {
      readonly model: string;
      readonly voices: string;
      readonly tokens: string;
      readonly dataDir: string;
      readonly lexicon?: string;
      readonly lang?: string;
      readonly lengthScale?: number;
    };
    readonly kitten?: {
      readonly model: string;
      readonly voices: string;
      readonly tokens: string;
      readonly dataDir: string;
      readonly lengthScale?: number;
    };
  };
  /** Sentences handed to the model in one run; 1 gives the earliest first sound. */
  readonly maxNumSentences?: number;
};

export type TtsRequest = {
  readonly text: string;
  readonly generationConfig: {
    readonly sid: number;
    readonly speed: number;
    /** Pauses of 200 ms and more are made so many times as long; the library's own value is 0.2. */
    readonly silenceScale: number;
  };
  /** False copies the samples, which Electron and transfers between threads need. */
  readonly enableExternalBuffer?: boolean;
};

export type TtsProgress = { readonly samples: Float32Array; readonly progress: number };

export type OfflineTts = {
  readonly numSpeakers: number;
  readonly sampleRate: number;
  generate(request: TtsRequest): Waveform;
  /** Returning false or 0 from the callback stops after the current sentence. */
  generateAsync(
    request: TtsRequest & { readonly onProgress?: (progress: TtsProgress) => boolean | number },
  ): Promise<Waveform>;
};

export type VadConfig = Runtime & {
  readonly sileroVad: {
    readonly model: string;
    readonly threshold?: number;
    /** Durations in s. */
    readonly minSilenceDuration?: number;
    readonly minSpeechDuration?: number;
    readonly maxSpeechDuration?: number;
    /** Samples per step: 512 at 16 kHz. */
    readonly windowSize?: number;
  };
  readonly sampleRate: number;
};

export type SpeechSegment = { readonly start: number; readonly samples: Float32Array };

export type Vad = {
  acceptWaveform(samples: Float32Array): void;
  isEmpty(): boolean;
  isDetected(): boolean;
  pop(): void;
  clear(): void;
  front(enableExternalBuffer?: boolean): SpeechSegment;
  reset(): void;
  flush(): void;
};

export type SherpaOnnx = {
  readonly OnlineRecognizer: new (config: OnlineRecognizerConfig) => OnlineRecognizer;
  readonly KeywordSpotter: new (config: KeywordSpotterConfig) => KeywordSpotter;
  readonly OfflineTts: (new (config: OfflineTtsConfig) => OfflineTts) & {
    createAsync(config: OfflineTtsConfig): Promise<OfflineTts>;
  };
  readonly Vad: new (config: VadConfig, bufferSizeInSeconds: number) => Vad;
  readonly version: string;
};

/** The native functions under the wrapper, for what the wrapper leaves out. */
export type SherpaAddon = {
  /** Keywords for this stream alone, as lines of a keywords file joined by `/`. */
  createKeywordStream(spotter: unknown, keywords?: string): unknown;
};

const require = createRequire(import.meta.url);

function unavailable(cause: unknown): EngineError {
  return new EngineError('ENGINE_FAILED', 'sherpa-onnx has no native library for this machine', { cause });
}

/**
 * Loads the native library into this thread on first use (about 30 MB), so a process that only serves sockets
 * never pays for it.
 * @throws EngineError `ENGINE_FAILED` when the platform's package is missing.
 */
export function loadSherpa(): SherpaOnnx {
  try {
    return require('sherpa-onnx-node');
  } catch (cause) {
    throw unavailable(cause);
  }
}

/** @throws EngineError `ENGINE_FAILED` like {@link loadSherpa}. */
export function loadSherpaAddon(): SherpaAddon {
  try {
    return require('sherpa-onnx-node/addon.js');
  } catch (cause) {
    throw unavailable(cause);
  }
}
