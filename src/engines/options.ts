/** Settings of how much is done at once. */
import { z } from 'zod';

const limit = (defaults: { running: number; waiting: number }, what: string) =>
  z.object({
    running: z
      .int()
      .min(1)
      .max(256)
      .default(defaults.running)
      .meta({ title: `${what} at once`, description: 'So many are served at the same time.' }),
    waiting: z
      .int()
      .min(0)
      .max(256)
      .default(defaults.waiting)
      .meta({
        title: `${what} waiting`,
        description: 'So many more wait for a place; further ones are refused with an error at once.',
      }),
  });

export const limitsOptions = z.object({
  stt: limit({ running: 8, waiting: 8 }, 'Transcriptions').prefault({}),
  tts: limit({ running: 4, waiting: 16 }, 'Texts being spoken').prefault({}),
  wake: limit({ running: 64, waiting: 0 }, 'Streams listened to for wake words').prefault({}),
});

export type LimitOptions = z.output<typeof limitsOptions>['stt'];
