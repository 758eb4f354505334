/** An engine inside the host: what it is, and its methods as the call server runs them. */
import type { Logger } from '../core/log.ts';
import type { SttEngine } from '../engines/stt/engine.ts';
import type { SpeechChunk, TtsEngine } from '../engines/tts/engine.ts';
import type { WakeEngine } from '../engines/wake/engine.ts';
import type { Method } from './serve-calls.ts';
import {
  hintsSchema,
  listenSchema,
  samplesSchema,
  speakSchema,
  transcribeSchema,
  wakeSettingsSchema,
} from './wire-values.ts';
import type { EngineSpec } from './spec.ts';

export type HostedEngine =
  | { readonly kind: 'stt'; readonly engine: SttEngine }
  | { readonly kind: 'tts'; readonly engine: TtsEngine }
  | { readonly kind: 'wake'; readonly engine: WakeEngine };

/** What an engine may use of the host while it loads and later. */
export type LoadContext = {
  readonly log: Logger;
  /** Aborted when the host closes before the engine is ready. */
  readonly signal: AbortSignal;
  /**
   * Announces that native code is about to load a model, so that a crash in it is told to be the model's and the
   * host can come back without it.
   */
  loading<T>(modelId: string, load: () => T | Promise<T>): Promise<T>;
};

/** Exported as `createEngine` by the module that a worker starts with. */
export type CreateEngine = (spec: EngineSpec, context: LoadContext) => Promise<HostedEngine>;

/** What the program is told of an engine when it is ready. */
export function describeEngine(hosted: HostedEngine): unknown {
  switch (hosted.kind) {
    case 'stt':
      return { languages: hosted.engine.languages };
    case 'tts':
      return { voices: hosted.engine.voices };
    case 'wake':
      return { words: hosted.engine.words };
  }
}

export function methodsOf(hosted: HostedEngine): Readonly<Record<string, Method>> {
  switch (hosted.kind) {
    case 'stt':
      return sttMethods(hosted.engine);
    case 'tts':
      return {
        speak: ({ args, signal }) => {
          const { text, ...options } = speakSchema.parse(args);
          return inFrames(hosted.engine.speak(text, { ...options, signal }));
        },
      };
    case 'wake':
      return {
        listen: ({ args, input, signal }) =>
          hosted.engine.listen(samplesOf(input), { ...listenSchema.parse(args), signal }),
        useSettings: async function* ({ args, signal }) {
          yield await hosted.engine.useSettings(wakeSettingsSchema.parse(args), { signal });
        },
      };
  }
}

function sttMethods(engine: SttEngine): Readonly<Record<string, Method>> {
  return {
    transcribe: ({ args, input, signal }) =>
      engine.transcribe(samplesOf(input), { ...transcribeSchema.parse(args), signal }),
    // oxlint-disable-next-line require-yield -- a call without outputs
    useHints: async function* ({ args, signal }) {
      await engine.useHints(hintsSchema.parse(args), { signal });
    },
  };
}

async function* samplesOf(input: AsyncIterable<unknown>): AsyncGenerator<Int16Array, void> {
  for await (const value of input) yield samplesSchema.parse(value);
}

/** A sentence may come as one chunk of seconds: it crosses in frames of 100 ms, so that no message is long. */
async function* inFrames(chunks: AsyncIterable<SpeechChunk>): AsyncGenerator<SpeechChunk, void> {
  for await (const { samples, rateHz } of chunks) {
    const frameSamples = Math.ceil(rateHz / 10);
    for (let from = 0; from < samples.length; from += frameSamples)
      yield { samples: samples.slice(from, from + frameSamples), rateHz };
  }
}
