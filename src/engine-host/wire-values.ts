/** Arguments, streams and descriptions of the three engines as they cross the process border. */
import { z } from 'zod';
import { wakeOptions } from '../engines/wake/options.ts';
import type { SpeechHints, SttPart } from '../engines/stt/engine.ts';
import type { SpeechChunk, Voice } from '../engines/tts/engine.ts';
import type { Detection, WakeWord } from '../engines/wake/engine.ts';

const strings = z.array(z.string()).readonly();
const attribution = z.object({ name: z.string(), url: z.string() }).readonly();

export const samplesSchema = z.instanceof(Int16Array);

export const transcribeSchema = z.object({ language: z.string().exactOptional() });
export const hintsSchema: z.ZodType<SpeechHints> = z.object({ names: strings, terms: strings });
export const sttPartSchema: z.ZodType<SttPart> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('partial'), text: z.string() }),
  z.object({ kind: z.literal('pause'), text: z.string(), silentMs: z.number() }),
  z.object({
    kind: z.literal('final'),
    text: z.string(),
    language: z.string(),
    confidence: z.number().exactOptional(),
    alternatives: strings.exactOptional(),
  }),
]);
export const sttDescriptionSchema = z.object({ languages: strings });

export const speakSchema = z.object({
  text: z.string(),
  voice: z.string().exactOptional(),
  speaker: z.string().exactOptional(),
  speed: z.number().exactOptional(),
  cacheable: z.boolean().exactOptional(),
});
export const speechChunkSchema: z.ZodType<SpeechChunk> = z.object({
  samples: samplesSchema,
  rateHz: z.number(),
});
const voiceSchema: z.ZodType<Voice> = z.object({
  name: z.string(),
  languages: strings,
  speakers: strings,
  description: z.string(),
  attribution,
  rateHz: z.number(),
  fingerprint: z.string().exactOptional(),
});
export const ttsDescriptionSchema = z.object({ voices: z.array(voiceSchema).readonly() });

export const listenSchema = z.object({ names: strings.exactOptional() });
export const wakeSettingsSchema = wakeOptions;
export const detectionSchema: z.ZodType<Detection> = z.object({
  name: z.string(),
  phrase: z.string(),
  atMs: z.number(),
  score: z.number(),
  energyDb: z.number(),
});
const wakeWordSchema: z.ZodType<WakeWord> = z.object({
  name: z.string(),
  phrase: z.string(),
  languages: strings,
  attribution,
  description: z.string(),
});
export const wakeDescriptionSchema = z.object({ words: z.array(wakeWordSchema).readonly() });
