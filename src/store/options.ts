/** Where what must survive is kept. */
import { z } from 'zod';
import { Secret } from '../core/secret.ts';

export const databaseOptions = z.object({
  url: z
    .string()
    .regex(/^(postgres(ql)?:\/\/.+)?$/, 'must begin with postgres://')
    .default('')
    .transform((text) => new Secret(text))
    .meta({
      title: 'PostgreSQL address',
      description:
        'For example postgres://me:secret@db.local/home, PostgreSQL 15 or newer. Several replicas with the same one share timers, dialogues and memory. Empty: an SQLite file in the data directory.',
      secret: true,
    }),
});
