/** A request failed. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { optional } from '../fields.ts';

/** `text` is for people, `code` for programs. */
export const error = defineEvent('error', { text: z.string(), code: optional(z.string()) });
