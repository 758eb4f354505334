/** The engine interfaces, served by engines in the host. Disposing one unloads its engine there. */
import { chunked } from '../audio/chunk.ts';
import type { SttEngine } from '../engines/stt/engine.ts';
import type { TtsEngine, Voice } from '../engines/tts/engine.ts';
import type { WakeEngine, WakeWord } from '../engines/wake/engine.ts';
import type { EngineSlot } from './engine-slot.ts';
import { detectionSchema, speechChunkSchema, sttPartSchema, wakeDescriptionSchema } from './wire-values.ts';

/** 80 ms: one step of the wake models, and few enough messages that a stream costs the program nothing. */
const wakeFrameSamples = 1_280;
/** 32 ms: the end of a sentence is waited for by a person. */
const sttFrameSamples = 512;

type Unload = () => Promise<void>;

export function hostedStt(
  slot: EngineSlot<{ readonly languages: readonly string[] }>,
  unload: Unload,
): SttEngine {
  return {
    get languages() {
      return slot.description?.languages ?? [];
    },
    async *transcribe(audio, { signal, ...args }) {
      const caller = await slot.usable(signal);
      const input = chunked(audio, sttFrameSamples);
      for await (const part of caller.invoke({ method: 'transcribe', args, input, signal }))
        yield sttPartSchema.parse(part);
    },
    async useHints(hints, { signal }) {
      await slot.set('useHints', hints, signal);
    },
    [Symbol.asyncDispose]: unload,
  };
}

export function hostedTts(
  slot: EngineSlot<{ readonly voices: readonly Voice[] }>,
  unload: Unload,
): TtsEngine {
  return {
    get voices() {
      return slot.description?.voices ?? [];
    },
    async *speak(text, { signal, ...options }) {
      const caller = await slot.usable(signal);
      for await (const chunk of caller.invoke({ method: 'speak', args: { text, ...options }, signal }))
        yield speechChunkSchema.parse(chunk);
    },
    [Symbol.asyncDispose]: unload,
  };
}

export function hostedWake(
  slot: EngineSlot<{ readonly words: readonly WakeWord[] }>,
  unload: Unload,
): WakeEngine {
  return {
    get words() {
      return slot.description?.words ?? [];
    },
    async *listen(audio, { signal, ...args }) {
      const caller = await slot.usable(signal);
      const input = chunked(audio, wakeFrameSamples);
      for await (const detection of caller.invoke({ method: 'listen', args, input, signal }))
        yield detectionSchema.parse(detection);
    },
    async useSettings(settings, { signal }) {
      const { words } = wakeDescriptionSchema.parse({
        words: await slot.set('useSettings', settings, signal),
      });
      slot.describe({ words });
      return words;
    },
    [Symbol.asyncDispose]: unload,
  };
}
