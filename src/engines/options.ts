/** Settings of how much is done at once. */
import { z } from 'zod';

/** One or more places, best first: this machine, or another one that serves Wyoming. */
export const engineList = (title: string, worker: string) =>
  z
    .array(z.string().regex(/^(local|tcp:\/\/\S+:\d+|unix:\/\/\/\S+)$/, 'write local or tcp://host:port'))
    .min(1)
    .default(['local'])
    .meta({
      title,
      description: `\`local\` is this machine, \`tcp://host:port\` another one that runs \`hearken serve --only ${worker}\` or any other Wyoming server. The first that can be reached serves; the next repeats what was lost.`,
    });

/** What sherpa-onnx computes on. */
export const provider = () =>
  z.enum(['cpu', 'cuda']).default('cpu').meta({
    title: 'What models run on',
    description:
      '`cuda` needs a build of sherpa-onnx with CUDA in place of the one that is installed; see docs/gpu-worker.md.',
  });

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
