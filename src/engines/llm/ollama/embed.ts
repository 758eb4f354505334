/** Vectors of texts from Ollama, by its own client. */
import type { Embedder } from '../../../agent/ports/embedder.ts';
import type { Secret } from '../../../core/secret.ts';
import { explained } from '../explained.ts';
import { connectOllama } from './client.ts';
import { explainOllama } from './fetch.ts';
import type { Subject } from '../subject.ts';

export function embedWithOllama(key: Secret, subject: Subject): Embedder {
  const explain = (error: unknown) => explainOllama(subject, error);
  return {
    name: subject.name,
    embed: (texts, { signal }) =>
      explained(
        async () => {
          const client = await connectOllama(key, subject, signal);
          const { embeddings } = await client.embed({ model: subject.model, input: [...texts] });
          return embeddings;
        },
        { explain, signal },
      ),
  };
}
