/** Settings of text to speech. */
import { z } from 'zod';
import { engineList, provider } from '../options.ts';

export const ttsCacheOptions = z.object({
  enabled: z.boolean().default(true).meta({
    title: 'Keep short replies',
    description:
      "Keeps the sound of Hearken's own fixed replies on disk, so that they start at once. Other sentences are never stored.",
  }),
  maxMegabytes: z.int().min(1).max(4_096).default(64).meta({
    title: 'Size of the reply cache (MB)',
    description: 'The replies unused for longest are removed above it. One second of speech takes 44 kB.',
  }),
  maxAgeDays: z.int().min(1).max(3_650).default(30).meta({
    title: 'Age of cached replies (days)',
    description: 'Older ones are made again.',
  }),
});

export type TtsCacheOptions = z.output<typeof ttsCacheOptions>;

export const ttsOptions = z.object({
  voice: z.string().default('').meta({
    title: 'Default voice',
    description: 'Speaks when a request names no voice. Empty: the first installed one.',
    flag: 'voice',
  }),
  speed: z.number().min(0.5).max(2).default(1).meta({
    title: 'Speaking speed',
    description: "1 is the voice's own speed, 2 twice as fast.",
  }),
  threads: z.int().min(0).max(16).default(0).meta({
    title: 'Threads for speaking',
    description: '0: two where the machine has two cores or more, which halves the time to the first sound.',
  }),
  loadedVoices: z.int().min(1).max(16).default(2).meta({
    title: 'Voices kept in memory',
    description:
      'A voice is loaded when it is first asked for; above this number the longest unused one goes.',
  }),
  provider: provider(),
  engines: engineList('Where replies are spoken', 'tts'),
  cache: ttsCacheOptions.prefault({}),
});

export type TtsOptions = z.output<typeof ttsOptions>;
