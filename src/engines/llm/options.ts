/** Settings of the language models that answer what the local agent does not understand. */
import { z } from 'zod';
import { Secret } from '../../core/secret.ts';

const deadlineMs = z.int().min(100).max(600_000);

/** A JSON object in text, so that the names inside stay as the provider writes them. */
const jsonObject = z.string().transform((text, context): Readonly<Record<string, unknown>> => {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'must be a JSON object in text, like {"reasoning_effort": "low"}',
    });
    return z.NEVER;
  }
});

const isAddress = (text: string): boolean =>
  text === '' || (URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol));

const provider = z
  .strictObject({
    kind: z.enum(['ollama', 'anthropic', 'openai']),
    /** As the provider names it. */
    model: z.string().trim().min(1),
    /** Empty: where this kind of provider is by default. */
    url: z.string().trim().default('').refine(isAddress, 'must begin with http:// or https://'),
    key: z
      .string()
      .default('')
      .transform((text) => new Secret(text.trim()))
      .meta({ secret: true }),
    place: z.enum(['auto', 'home', 'cloud']).default('auto'),
    firstTokenMs: deadlineMs.optional(),
    answerMs: deadlineMs.optional(),
    /** Not sent when absent: some models take none. */
    temperature: z.number().min(0).max(2).optional(),
    contextTokens: z.int().min(1_024).max(4_000_000).default(8_192),
    keepAliveS: z.int().min(-1).max(31_536_000).default(-1),
    extraJson: jsonObject.prefault('{}'),
  })
  .refine(({ kind, url, key }) => kind === 'ollama' || url !== '' || key.reveal() !== '', {
    path: ['key'],
    message: 'this provider wants a key',
  })
  .refine(({ kind, temperature }) => kind !== 'anthropic' || temperature === undefined, {
    path: ['temperature'],
    message: "Anthropic's API takes no temperature any more",
  });

export const llmOptions = z.object({
  providers: z.array(provider).max(8).prefault([]).meta({
    title: 'Language models',
    description:
      'Asked in this order when the local agent does not understand; empty: none is. Each is `{ kind: ollama, model: "qwen3:8b" }` or `{ kind: anthropic | openai, model: …, key: … }`, and may have `url` (openai: any compatible server), `place` (`home` or `cloud`; found by the address), `first_token_ms`, `answer_ms`, `temperature`, `context_tokens` and `keep_alive_s` (Ollama: window, and how long the model stays loaded, -1 for ever) and `extra_json` (further fields of the request). See docs/llm.md.',
  }),
  firstTokenMs: deadlineMs.default(10_000).meta({
    title: 'First word deadline',
    description: 'A model that said nothing for this long is given up for the next one, in milliseconds.',
  }),
  answerMs: deadlineMs.default(60_000).meta({
    title: 'Answer deadline',
    description: 'How long one answer of a model may take as a whole, in milliseconds.',
  }),
  hedgeAfterMs: z.int().min(0).max(60_000).default(0).meta({
    title: 'Ask a second model after',
    description:
      'When the first model said nothing for this long, the next one is asked too and the first word wins, in milliseconds. 0: never.',
  }),
  cloudHedging: z.boolean().default(false).meta({
    title: 'A second model may be in the cloud',
    description:
      'Lets a provider outside the house be asked too while one at home only is slow. Without it such a provider is asked when those before it have failed.',
  }),
  maxTokens: z.int().min(64).max(32_000).default(1_024).meta({
    title: 'Longest answer',
    description: 'In tokens of the model; about three quarters of a word each.',
  }),
});

export type LlmSettings = z.output<typeof llmOptions>;
export type ProviderSettings = LlmSettings['providers'][number];
