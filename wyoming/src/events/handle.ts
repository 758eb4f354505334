/** Text that is understood, acted on and answered by the server. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { context, optional } from '../fields.ts';

/** Done, with the reply to speak. */
export const handled = defineEvent('handled', { text: optional(z.string()), context });

/** Not understood or not done, with the reply to speak. */
export const notHandled = defineEvent('not-handled', { text: optional(z.string()), context });

/** A reply that comes in pieces begins. */
export const handledStart = defineEvent('handled-start', { context });

export const handledChunk = defineEvent('handled-chunk', { text: z.string() });

/** The reply that came in pieces ends; a whole `handled` came before it. */
export const handledStop = defineEvent('handled-stop', {});
