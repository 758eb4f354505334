/** Settings of the connection to Home Assistant, and of the demo home that stands in for it. */
import { z } from 'zod';
import { Secret } from '../core/secret.ts';

export const demoHomeOptions = z.object({
  seed: z.int().min(0).default(1).meta({
    title: 'Demo seed',
    description: 'Same seed, same delays and faults of the demo devices.',
  }),
  loss: z.number().min(0).max(1).default(0.01).meta({
    title: 'Demo loss',
    description: 'Share of commands a demo device loses without a word, 0 to 1.',
  }),
  pace: z.number().min(0).max(10).default(1).meta({
    title: 'Demo pace',
    description: 'How slow demo devices are: 1 as real ones, 0 at once.',
  }),
});

export const homeOptions = z.object({
  url: z.string().default('').meta({
    title: 'Home Assistant address',
    description: 'For example http://homeassistant.local:8123. Empty: the demo home runs instead.',
  }),
  token: z
    .string()
    .default('')
    .transform((text) => new Secret(text))
    .meta({
      title: 'Access token',
      description: 'Long-lived access token of a Home Assistant user.',
      secret: true,
    }),
  connectTimeoutMs: z.int().min(100).max(120_000).default(10_000).meta({
    title: 'Connect timeout',
    description: 'How long one attempt to connect and log in may take, in milliseconds.',
  }),
  pollMs: z.int().min(1_000).max(3_600_000).default(30_000).meta({
    title: 'Exposure poll',
    description: 'How often exposure to voice is read again, in milliseconds.',
  }),
  demo: demoHomeOptions.prefault({}),
});

export type HomeSettings = z.output<typeof homeOptions>;
