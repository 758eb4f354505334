/** Settings of what may be remembered of people. */
import { z } from 'zod';
import { Secret } from '../../core/secret.ts';

const permission = z.enum(['ask', 'on', 'off']);

export const memoryOptions = z.object({
  facts: permission.default('ask').meta({
    title: 'Remember what it is told to',
    description:
      '"remember that the bins go out on Tuesday": `ask`, after the person said yes once; `on`, for everybody; `off`, never.',
  }),
  history: permission.default('ask').meta({
    title: 'Remember what was said',
    description:
      'Sentences and replies of the last days, for "what did I say about …": `ask`, for a person who said "start remembering what I say"; `on`, for everybody; `off`, never.',
  }),
  historyDays: z.int().min(1).max(90).default(7).meta({
    title: 'Days of history',
    description: 'What was said longer ago is removed.',
  }),
  embeddings: z
    .object({
      provider: z.enum(['off', 'ollama', 'openai']).default('off').meta({
        title: 'Embeddings from',
        flag: 'memory-embeddings',
        description:
          'Finds what means the same in other words: `ollama`, or any server that speaks the OpenAI protocol. `off`: words are searched.',
      }),
      url: z.string().default('').meta({
        title: 'Embeddings address',
        description:
          'Empty: http://127.0.0.1:11434 for Ollama, https://api.openai.com/v1 for OpenAI. Remembered texts and questions about them are sent there.',
      }),
      model: z.string().default('nomic-embed-text').meta({
        title: 'Embeddings model',
        description: 'As the provider calls it.',
      }),
      key: z
        .string()
        .default('')
        .transform((text) => new Secret(text))
        .meta({
          title: 'Embeddings key',
          description: 'Key of the provider, where it wants one.',
          secret: true,
        }),
      minSimilarity: z.number().min(-1).max(1).default(0.5).meta({
        title: 'Least similarity',
        flag: 'memory-min-similarity',
        description:
          'How alike a remembered text and a question must be, −1 to 1. It depends on the model: raise it when unrelated things are recalled.',
      }),
    })
    .prefault({}),
});

export type MemorySettings = z.output<typeof memoryOptions>;
