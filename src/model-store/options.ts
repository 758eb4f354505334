/** Settings of the model store. */
import { z } from 'zod';

export const modelOptions = z.object({
  dirs: z.array(z.string()).default([]).meta({
    title: 'Model directories',
    description:
      'Directories searched for models first, in order. A directory may describe its files in hearken-models.json.',
    flag: 'models',
    env: 'HEARKEN_MODELS',
  }),
  download: z.boolean().default(true).meta({
    title: 'Download missing models',
    description:
      'Fetch the default models of the language at start when none is installed; --no-download forbids it.',
    flag: 'download',
    env: 'HEARKEN_DOWNLOAD',
  }),
  mirror: z.string().default('').meta({
    title: 'Model mirror',
    description:
      'Address to fetch models from instead: https://host/path is asked for at <mirror>/host/path. Hashes are checked as always.',
    flag: 'model-mirror',
    env: 'HEARKEN_MODEL_MIRROR',
  }),
});
