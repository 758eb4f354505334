/** What a server offers. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { audioFormat, list, openObject, optional, withDefault } from '../fields.ts';

const text = z.string();
const languages = list(z.string());

/** Every program, model and voice. Home Assistant fails on a missing required field of any of them. */
const artifact = {
  name: text,
  /** Who made it, and where it is from. */
  attribution: openObject({ name: text, url: text }),
  /** Models that are not installed are hidden from people. */
  installed: z.boolean(),
  description: optional(text),
  version: optional(text),
};

const model = openObject({ ...artifact, languages });
const models = list(model);

const asrProgram = openObject({
  ...artifact,
  models,
  supports_transcript_streaming: withDefault(z.boolean(), false),
  /** False: the server itself finds the end of speech. */
  requires_external_vad: withDefault(z.boolean(), true),
  prefers_auto_gain_enabled: withDefault(z.boolean(), true),
  prefers_noise_reduction_enabled: withDefault(z.boolean(), true),
});

const ttsVoice = openObject({
  ...artifact,
  languages,
  speakers: optional(list(openObject({ name: text }))),
});

const ttsProgram = openObject({
  ...artifact,
  voices: list(ttsVoice),
  supports_synthesize_streaming: withDefault(z.boolean(), false),
});

const handleProgram = openObject({
  ...artifact,
  models,
  supports_handled_streaming: withDefault(z.boolean(), false),
  /** True: answering may change the home. */
  supports_home_control: withDefault(z.boolean(), false),
});

const intentProgram = openObject({ ...artifact, models });

const wakeProgram = openObject({
  ...artifact,
  models: list(openObject({ ...artifact, languages, phrase: optional(text) })),
});

const format = openObject(audioFormat);

const satellite = openObject({
  ...artifact,
  area: optional(text),
  /** True: the satellite itself finds the end of speech. */
  has_vad: optional(z.boolean()),
  active_wake_words: optional(list(text)),
  max_active_wake_words: optional(z.int()),
  supports_trigger: optional(z.boolean()),
});

const programs = <Program extends z.ZodType>(program: Program) => withDefault(list(program), []);

/** Asks for `info`. */
export const describe = defineEvent('describe', {});

/** The answer to `describe`; the first installed program of a kind is the one Home Assistant uses. */
export const info = defineEvent('info', {
  asr: programs(asrProgram),
  tts: programs(ttsProgram),
  handle: programs(handleProgram),
  intent: programs(intentProgram),
  wake: programs(wakeProgram),
  mic: programs(openObject({ ...artifact, mic_format: format })),
  snd: programs(openObject({ ...artifact, snd_format: format })),
  satellite: optional(satellite),
});

/** Pins the program that serves this connection, before its first request. */
export const selectProgram = defineEvent('select-program', { name: text });
