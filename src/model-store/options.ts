/** Settings of the model store. */
import { z } from 'zod';

export const modelOptions = z.object({
  dirs: z.array(z.string()).default([]).meta({
    title: 'Model directories',
    description:
      'Searched for models first, before models/ in the checkout, ../shared/models beside it and the cache.',
    flag: 'models',
    env: 'HEARKEN_MODELS',
  }),
  download: z.boolean().default(true).meta({
    title: 'Fetch missing models',
    description: 'Fetches the default models of the language at start when none are installed.',
    flag: 'download',
    env: 'HEARKEN_DOWNLOAD',
  }),
  mirror: z.string().default('').meta({
    title: 'Download mirror',
    description: 'Prefix that replaces the host of model addresses; see docs/models.md.',
    env: 'HEARKEN_MODEL_MIRROR',
  }),
});

export type ModelOptions = z.output<typeof modelOptions>;
