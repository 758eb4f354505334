/** Builds what makes vectors of texts. Its client is loaded when it is first used. */
import type { Embedder } from '../../agent/ports/embedder.ts';
import type { Secret } from '../../core/secret.ts';
import { embedWithOllama } from './ollama/embed.ts';
import { embedWithOpenai } from './openai/embed.ts';
import { subjectOf } from './subject.ts';

export type EmbedderSettings = {
  readonly provider: 'off' | 'ollama' | 'openai';
  /** Empty: where this kind of provider is by default. */
  readonly url: string;
  readonly model: string;
  readonly key: Secret;
};

/** Undefined when none is configured: nothing is loaded and nothing leaves this machine. */
export function createEmbedder({ provider, url, model, key }: EmbedderSettings): Embedder | undefined {
  if (provider === 'off') return undefined;
  const subject = subjectOf({ kind: provider, model, url, place: 'auto' });
  return provider === 'ollama' ? embedWithOllama(key, subject) : embedWithOpenai(key, subject);
}
