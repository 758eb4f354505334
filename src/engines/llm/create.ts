/** Builds the configured providers. Their clients are loaded when they are first used. */
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createAnthropic } from './anthropic/anthropic.ts';
import { withDeadlines } from './deadlines.ts';
import { Failover } from './failover.ts';
import { createOllama } from './ollama/ollama.ts';
import { createOpenai } from './openai/openai.ts';
import type { LlmSettings, ProviderSettings } from './options.ts';
import type { Provider } from './provider.ts';
import { subjectOf } from './subject.ts';

const makers = { ollama: createOllama, anthropic: createAnthropic, openai: createOpenai } as const;

/** With its deadlines; nothing is connected yet. */
export function createProvider(
  settings: ProviderSettings,
  { firstTokenMs, answerMs }: Pick<LlmSettings, 'firstTokenMs' | 'answerMs'>,
): Provider {
  const provider = makers[settings.kind](settings, subjectOf(settings));
  return withDeadlines(provider, {
    firstTokenMs: settings.firstTokenMs ?? firstTokenMs,
    answerMs: settings.answerMs ?? answerMs,
  });
}

/** Undefined when no provider is configured: nothing is ever asked then. */
export function createFailover(
  settings: LlmSettings,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Failover | undefined {
  const { providers, hedgeAfterMs, cloudHedging } = settings;
  if (providers.length === 0) return undefined;
  return new Failover({
    providers: providers.map((each) => createProvider(each, settings)),
    hedgeAfterMs,
    cloudHedging,
    clock,
    log,
  });
}
