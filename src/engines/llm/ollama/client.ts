/** Ollama's own client, loaded when it is first used. */
import type { Ollama } from 'ollama';
import type { Secret } from '../../../core/secret.ts';
import { ollamaFetch } from './fetch.ts';
import type { Subject } from '../subject.ts';

export async function loadOllama(): Promise<void> {
  await import('ollama');
}

/** A client per request: the only way to end one of its requests before the answer has begun. */
export async function connectOllama(key: Secret, subject: Subject, signal: AbortSignal): Promise<Ollama> {
  const { Ollama: Client } = await import('ollama');
  const secret = key.reveal();
  return new Client({
    host: subject.url,
    fetch: ollamaFetch(subject, signal),
    ...(secret !== '' && { headers: { authorization: `Bearer ${secret}` } }),
  });
}
