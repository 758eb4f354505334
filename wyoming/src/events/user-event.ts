/** Events the protocol does not know. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { context, freeObject, optional } from '../fields.ts';

export const userEvent = defineEvent('user-event', { name: z.string(), data: optional(freeObject), context });
