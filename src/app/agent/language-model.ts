/** The language model of this program: the configured providers, looked after in the background. */
import type { LanguageModelHealth } from '../../api/health.ts';
import type { Background } from '../../core/background.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { Failover } from '../../engines/llm/failover.ts';
import type { LlmSettings } from '../../engines/llm/options.ts';

export type LanguageModelParts = {
  readonly background: Background;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Undefined when none is configured: nothing is loaded and nothing leaves this machine. */
export async function startLanguageModel(
  settings: LlmSettings,
  { background, clock, log }: LanguageModelParts,
): Promise<Failover | undefined> {
  if (settings.providers.length === 0) return undefined;
  const { createFailover } = await import('../../engines/llm/create.ts');
  const model = createFailover(settings, { clock, log });
  if (model) background.run('language models', (signal) => model.watch({ signal }));
  return model;
}

/** Of each, whether it would be asked now; without what it said. */
export function healthOfModels(model: Pick<Failover, 'status'>): readonly LanguageModelHealth[] {
  return model
    .status()
    .map(({ name, fault }) =>
      fault ? { name, state: 'failed', reason: fault.code } : { name, state: 'ready' },
    );
}
