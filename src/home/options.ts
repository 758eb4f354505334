/** Settings of the connection to Home Assistant. */
import * as z from 'zod';

export const homeOptions = z.strictObject({
  url: z.string().default('').meta({
    title: 'Home Assistant address',
    description: 'For example http://homeassistant.local:8123. Empty: the demo home runs instead.',
  }),
  token: z.string().default('').meta({
    title: 'Access token',
    description: 'Long-lived access token of a Home Assistant user.',
    secret: true,
  }),
  connect_timeout_ms: z.number().int().min(100).max(120_000).default(10_000).meta({
    title: 'Connect timeout',
    description: 'How long one attempt to connect and log in may take, in ms.',
  }),
  poll_ms: z
    .number()
    .int()
    .min(1_000)
    .max(3_600_000)
    .default(30_000)
    .meta({ title: 'Exposure poll', description: 'How often exposure to voice is read again, in ms.' }),
  demo_seed: z
    .number()
    .int()
    .min(0)
    .default(1)
    .meta({ title: 'Demo seed', description: 'Seed of the delays and faults of the demo home.' }),
  demo_loss: z
    .number()
    .min(0)
    .max(1)
    .default(0.01)
    .meta({ title: 'Demo loss', description: 'Share of commands a demo device loses.' }),
});

export type HomeSettings = z.output<typeof homeOptions>;
