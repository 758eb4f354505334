/** Settings of the program as a whole. */
import { z } from 'zod';

export const serviceNames = ['wake', 'stt', 'tts', 'handle'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** `agent` is what everybody calls the service whose protocol word is `handle`. */
const serviceWish = z
  .enum([...serviceNames, 'agent'])
  .transform((name): ServiceName => (name === 'agent' ? 'handle' : name));

export const programOptions = {
  language: z.string().default('en').meta({
    title: 'Language',
    description: 'BCP 47 tag of the language spoken at home; decides which default models are fetched.',
    flag: 'language',
  }),
  only: z.array(serviceWish).prefault([]).meta({
    title: 'Services to run',
    description:
      'Serve only these of `wake`, `stt`, `tts` and `agent`; empty runs all. `--only stt` makes a worker for another machine.',
    flag: 'only',
  }),
  data: z.string().default('').meta({
    title: 'Data directory',
    description: 'Holds the cache and everything that must survive. Empty: the XDG data directory.',
    flag: 'data',
    env: 'HEARKEN_DATA',
  }),
};

export const logOptions = z.object({
  level: z.enum(['debug', 'info', 'warn', 'error']).default('info').meta({
    title: 'Log level',
    description: 'The least severe lines to write.',
  }),
  format: z.enum(['auto', 'text', 'json']).default('auto').meta({
    title: 'Log format',
    description: 'auto: readable text on a terminal, JSON lines elsewhere.',
  }),
  content: z.boolean().default(false).meta({
    title: 'Log what was said',
    description: 'Writes spoken words, replies and names into the log. They are personal: off by default.',
  }),
});

export type LogOptions = z.output<typeof logOptions>;
