/** Speech to text. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { context, list, optional } from '../fields.ts';

/** Asks for a transcription of the audio that follows. */
export const transcribe = defineEvent('transcribe', {
  /** Model to use. */
  name: optional(z.string()),
  language: optional(z.string()),
  context,
  /** How soon the end of a command is assumed: `default`, `relaxed`, `aggressive`; unknown words may come. */
  vad_sensitivity: optional(z.string()),
  /** Names to expect; they rank before the terms. */
  transcript_names: optional(list(z.string())),
  /** Words of the domain to expect. */
  transcript_terms: optional(list(z.string())),
});

/** The whole text; empty when nothing was said. */
export const transcript = defineEvent('transcript', {
  text: z.string(),
  language: optional(z.string()),
  context,
});

/** A text that comes in pieces begins. */
export const transcriptStart = defineEvent('transcript-start', { language: optional(z.string()), context });

export const transcriptChunk = defineEvent('transcript-chunk', { text: z.string() });

/** The text that came in pieces ends; a whole `transcript` came before it. */
export const transcriptStop = defineEvent('transcript-stop', {});
