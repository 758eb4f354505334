/** Is the peer still there? */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { optional } from '../fields.ts';

/** To be answered by `pong` with the same text. */
export const ping = defineEvent('ping', { text: optional(z.string()) });

export const pong = defineEvent('pong', { text: optional(z.string()) });
