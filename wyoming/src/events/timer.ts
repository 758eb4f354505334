/** Voice timers. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { optional } from '../fields.ts';

export const timerStarted = defineEvent('timer-started', {
  id: z.string(),
  total_seconds: z.int(),
  name: optional(z.string()),
  /** What was asked for, as it was said. */
  start_hours: optional(z.int()),
  start_minutes: optional(z.int()),
  start_seconds: optional(z.int()),
});

/** Paused, resumed or changed; `total_seconds` is what is left. */
export const timerUpdated = defineEvent('timer-updated', {
  id: z.string(),
  is_active: z.boolean(),
  total_seconds: z.int(),
});

export const timerCancelled = defineEvent('timer-cancelled', { id: z.string() });

export const timerFinished = defineEvent('timer-finished', { id: z.string() });
