/** Wake words. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { context, list, optional, timestamp } from '../fields.ts';

/** Asks to listen for these models (absent: any) in the audio that follows. */
export const detect = defineEvent('detect', { names: optional(list(z.string())), context });

/** A wake word was heard; `name` is the model's, as in `detect` and `info`. */
export const detection = defineEvent('detection', {
  name: optional(z.string()),
  timestamp,
  speaker: optional(z.string()),
  context,
});

/** The audio ended without a wake word. */
export const notDetected = defineEvent('not-detected', { context });
