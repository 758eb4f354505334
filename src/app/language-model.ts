/** The language model of this program: the configured providers, looked after in the background. */
import type { LanguageModel } from '../agent/ports/language-model.ts';
import type { Background } from '../core/background.ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/log.ts';
import { createFailover } from '../engines/llm/create.ts';
import type { LlmSettings } from '../engines/llm/options.ts';

export type LanguageModelParts = {
  readonly background: Background;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Undefined when none is configured: nothing is loaded and nothing leaves this machine. */
export function startLanguageModel(
  settings: LlmSettings,
  { background, clock, log }: LanguageModelParts,
): LanguageModel | undefined {
  const model = createFailover(settings, { clock, log });
  if (model) background.run('language models', (signal) => model.watch({ signal }));
  return model;
}
