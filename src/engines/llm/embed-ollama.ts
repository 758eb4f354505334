/** Vectors of texts from Ollama, by its own client. */
import type { Embedder } from '../../agent/ports/embedder.ts';
import type { Secret } from '../../core/secret.ts';
import { explainOllama, ollamaFetch } from './ollama-fetch.ts';
import type { Subject } from './subject.ts';

export function embedWithOllama(key: Secret, subject: Subject): Embedder {
  return {
    name: subject.name,
    embed: async (texts, { signal }) => {
      try {
        const { Ollama: Client } = await import('ollama');
        const secret = key.reveal();
        const client = new Client({
          host: subject.url,
          fetch: ollamaFetch(subject, signal),
          ...(secret !== '' && { headers: { authorization: `Bearer ${secret}` } }),
        });
        const { embeddings } = await client.embed({ model: subject.model, input: [...texts] });
        return embeddings;
      } catch (error) {
        signal.throwIfAborted();
        throw explainOllama(subject, error);
      }
    },
  };
}
