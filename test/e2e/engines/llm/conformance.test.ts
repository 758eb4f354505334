import { describe } from 'vitest';
import { itConformsToLanguageModel } from '../../../support/llm/llm-conformance.ts';
import { itFailsAsALanguageModel } from '../../../support/llm/llm-failures.ts';

describe.each(['ollama', 'anthropic', 'openai'] as const)('%s', (kind) => {
  itConformsToLanguageModel(kind);
  itFailsAsALanguageModel(kind);
});
