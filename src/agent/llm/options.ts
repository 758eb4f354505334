/** Settings of what a language model is told. */
import { z } from 'zod';

export const promptOptions = z.object({
  persona: z
    .string()
    .max(2_000)
    .default('You are Hearken, the voice of this home: friendly, brief and honest.')
    .meta({
      title: 'Persona',
      description:
        'Who the language model is to be, in your own words, e.g. its name and its manner. The rules that keep its answers short and honest are added.',
    }),
  homeCharacters: z.int().min(500).max(20_000).default(4_000).meta({
    title: 'How much of the home a model is shown',
    description:
      'At most this many characters about devices go with a sentence: those it may be about, with their states, and the number of the others. A model with a small window, or a slow one, wants less.',
  }),
});

export type PromptSettings = z.output<typeof promptOptions>;
