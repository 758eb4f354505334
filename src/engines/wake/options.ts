/** Settings of the wake words. */
import { z } from 'zod';
import { engineList } from '../options.ts';

const tuning = {
  threshold: z.number().gt(0).max(1).optional(),
  triggerLevel: z.int().min(1).max(25).optional(),
  refractoryMs: z.int().min(0).max(60_000).optional(),
};

/** A phrase to be spotted, without training. */
const phraseWord = z.strictObject({
  phrase: z.string().trim().min(1),
  name: z.string().trim().min(1).optional(),
  ...tuning,
});

/** A trained openWakeWord model, by its name or its id in the catalogue. */
const modelWord = z.strictObject({
  model: z.string().trim().min(1),
  name: z.string().trim().min(1).optional(),
  ...tuning,
});

export type PhraseWord = z.output<typeof phraseWord>;
export type ModelWord = z.output<typeof modelWord>;

export const wakeOptions = z.object({
  words: z
    .array(z.union([phraseWord, modelWord]))
    .default([{ phrase: 'hey professor' }])
    .meta({
      title: 'Wake words',
      flag: 'wake',
      env: 'HEARKEN_WAKE',
      description:
        'Typed phrases, `{ phrase: "hey athena" }`, and trained openWakeWord models, `{ model: "alexa" }`. Each may have its own `name`, `threshold`, `trigger_level` and `refractory_ms`. openWakeWord\'s own wake models may not be used commercially.',
    }),
  threshold: z.number().gt(0).max(1).default(0.5).meta({
    title: 'Threshold of trained models',
    description:
      'Score, up to 1, from which a frame counts as heard. Higher: fewer false alarms, more misses.',
  }),
  triggerLevel: z.int().min(1).max(25).default(1).meta({
    title: 'Trigger level of trained models',
    description: 'How many frames of 80 ms in a row must be above the threshold.',
  }),
  refractoryMs: z.int().min(0).max(60_000).default(2_000).meta({
    title: 'Refractory time',
    description:
      'After a detection of a word, further ones of it are dropped for this long, in milliseconds.',
  }),
  gate: z.boolean().default(true).meta({
    title: 'Skip silence',
    description:
      'Sound that does not stand out of the noise of the room is not examined. It saves most of the work and costs about one word in a thousand.',
  }),
  engines: engineList('Where wake words are heard', 'wake'),
});

export type WakeOptions = z.output<typeof wakeOptions>;
