/** Text to speech. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { context, openObject, optional } from '../fields.ts';

/** The wanted voice: a name with an optional speaker, or only a language. An empty object is no wish. */
const voice = optional(
  openObject({
    name: optional(z.string()),
    language: optional(z.string()),
    speaker: optional(z.string()),
  }),
);

/** `text`, `ssml`, or a word a later peer invents. */
const text_format = optional(z.string());

/** Asks for the whole text to be spoken; inside `synthesize-start … -stop` it only repeats what was streamed. */
export const synthesize = defineEvent('synthesize', { text: z.string(), voice, text_format, context });

/** Text to speak will come in pieces. */
export const synthesizeStart = defineEvent('synthesize-start', { voice, text_format, context });

/** The next piece of text, cut anywhere. */
export const synthesizeChunk = defineEvent('synthesize-chunk', { text: z.string() });

/** No more text. */
export const synthesizeStop = defineEvent('synthesize-stop', {});

/** The server has sent all audio of the streamed text. */
export const synthesizeStopped = defineEvent('synthesize-stopped', {});
