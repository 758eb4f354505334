/**
 * The backends a model file can be made for: what a model must bring for each, and whether this version of the
 * program can run it. Catalogue, indexes and `models list` share this one table; docs/models.md prints it.
 */

/** What a model is for. */
export type ModelJob = 'stt' | 'tts' | 'wake' | 'vad' | 'denoise' | 'speaker';

export type ModelEngine = {
  readonly job: ModelJob;
  /** Roles a model of this engine must have a file (or, where the name ends in Dir, a directory) for. */
  readonly roles: readonly string[];
  readonly optionalRoles: readonly string[];
  /** False while only the catalogue knows the engine: listed, can be downloaded, but nothing loads it yet. */
  readonly runnable: boolean;
  readonly description: string;
};

const transducer = ['encoder', 'decoder', 'joiner', 'tokens'] as const;

export const modelEngines = {
  'sherpa-online-transducer': {
    job: 'stt',
    roles: transducer,
    // One of the two is needed for hotwords: pieces of a word are looked up in it.
    optionalRoles: ['bpeModel', 'bpeVocab'],
    runnable: true,
    description:
      'Streaming zipformer transducer, decodes while a person speaks (sherpa-onnx OnlineRecognizer)',
  },
  'sherpa-online-nemo-transducer': {
    job: 'stt',
    roles: transducer,
    optionalRoles: [],
    runnable: false,
    description: 'Streaming NeMo transducer; greedy search only, no hotwords',
  },
  'sherpa-offline-nemo-transducer': {
    job: 'stt',
    roles: transducer,
    optionalRoles: [],
    runnable: false,
    description: 'Parakeet: decodes after the person fell silent; hotwords per utterance',
  },
  'sherpa-offline-whisper': {
    job: 'stt',
    roles: ['encoder', 'decoder', 'tokens'],
    optionalRoles: [],
    runnable: false,
    description: 'Whisper: decodes after the person fell silent; windows of 30 s',
  },
  'sherpa-offline-moonshine': {
    job: 'stt',
    roles: ['encoder', 'mergedDecoder', 'tokens'],
    optionalRoles: [],
    runnable: false,
    description: 'Moonshine v2: decodes after the person fell silent',
  },
  'sherpa-offline-sense-voice': {
    job: 'stt',
    roles: ['model', 'tokens'],
    optionalRoles: [],
    runnable: false,
    description: 'SenseVoice: decodes after the person fell silent; zh, en, ja, ko, yue',
  },
  'sherpa-offline-canary': {
    job: 'stt',
    roles: ['encoder', 'decoder', 'tokens'],
    optionalRoles: [],
    runnable: false,
    description: 'Canary: decodes after the person fell silent; en, es, de, fr',
  },
  'sherpa-kws': {
    job: 'wake',
    roles: transducer,
    optionalRoles: ['bpeModel', 'bpeVocab'],
    runnable: true,
    description: 'Typed wake phrases: a streaming transducer as keyword spotter (sherpa-onnx KeywordSpotter)',
  },
  'openwakeword-features': {
    job: 'wake',
    roles: ['melspectrogram', 'embedding'],
    optionalRoles: [],
    runnable: true,
    description: 'Feature models shared by all openWakeWord words',
  },
  openwakeword: {
    job: 'wake',
    roles: ['model'],
    optionalRoles: [],
    runnable: true,
    description: 'One trained wake word on top of openwakeword-features; settings: name, phrase',
  },
  'sherpa-vits': {
    job: 'tts',
    roles: ['model', 'tokens', 'dataDir'],
    optionalRoles: ['lexicon'],
    runnable: true,
    description: 'Piper and other VITS voices, heard while they are made (onnxruntime, text by sherpa-onnx)',
  },
  'sherpa-kokoro': {
    job: 'tts',
    roles: ['model', 'voices', 'tokens', 'dataDir'],
    optionalRoles: ['lexicon'],
    runnable: false,
    description: "Kokoro through sherpa-onnx's OfflineTts",
  },
  'sherpa-kitten': {
    job: 'tts',
    roles: ['model', 'voices', 'tokens', 'dataDir'],
    optionalRoles: [],
    runnable: false,
    description: 'KittenTTS (sherpa-onnx OfflineTts)',
  },
  kokoro: {
    job: 'tts',
    roles: ['model', 'tokenizer', 'tokenizerConfig', 'config'],
    optionalRoles: ['voicesDir'],
    runnable: true,
    description: 'Kokoro through kokoro-js (optional dependency); settings: dtype',
  },
  'silero-vad': {
    job: 'vad',
    roles: ['model'],
    optionalRoles: [],
    runnable: true,
    description: 'Silero voice activity detector (sherpa-onnx Vad)',
  },
  'ten-vad': {
    job: 'vad',
    roles: ['model'],
    optionalRoles: [],
    runnable: true,
    description: 'TEN voice activity detector (sherpa-onnx Vad); its licence forbids competing products',
  },
  gtcrn: {
    job: 'denoise',
    roles: ['model'],
    optionalRoles: [],
    runnable: false,
    description: 'GTCRN speech denoiser, 16 kHz (sherpa-onnx OnlineSpeechDenoiser)',
  },
  'speaker-embedding': {
    job: 'speaker',
    roles: ['model'],
    optionalRoles: [],
    runnable: false,
    description: 'Speaker embedding (sherpa-onnx SpeakerEmbeddingExtractor)',
  },
  'speaker-embedding-wav': {
    job: 'speaker',
    roles: ['model'],
    optionalRoles: [],
    runnable: false,
    description: 'Speaker embedding from 16 kHz samples to a normalised vector (onnxruntime)',
  },
} as const satisfies Record<string, ModelEngine>;

export type ModelEngineName = keyof typeof modelEngines;

export const isModelEngineName = (name: string): name is ModelEngineName => Object.hasOwn(modelEngines, name);

/** Engines of a job that this version can run. */
export function runnableEngines(job: ModelJob): readonly ModelEngineName[] {
  return Object.keys(modelEngines)
    .filter(isModelEngineName)
    .filter((name) => modelEngines[name].job === job && modelEngines[name].runnable);
}
