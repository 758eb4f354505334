/** What Ollama tells of a model (`/api/show`). */
import { z } from 'zod';
import type { ModelFacts } from '../provider.ts';

const shown = z.looseObject({
  /** Keys begin with the name of the model's architecture: `qwen3.context_length`. */
  model_info: z.record(z.string(), z.unknown()).catch({}),
  /** Absent before version 0.6. */
  capabilities: z.array(z.string()).nullable().catch(null),
});

export function ollamaFacts(value: unknown): ModelFacts {
  const { model_info: info, capabilities } = shown.parse(value);
  const length = info[`${String(info['general.architecture'])}.context_length`];
  return {
    contextTokens: typeof length === 'number' ? length : null,
    canCallTools: capabilities && capabilities.includes('tools'),
    isListed: true,
  };
}
