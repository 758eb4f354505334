/** Vectors of texts from any server that speaks OpenAI's embeddings, by OpenAI's official client. */
import type { Embedder } from '../../agent/ports/embedder.ts';
import type { Secret } from '../../core/secret.ts';
import { explainClient } from './client-error.ts';
import type { Subject } from './subject.ts';

export function embedWithOpenai(key: Secret, subject: Subject): Embedder {
  return {
    name: subject.name,
    embed: async (texts, { signal }) => {
      try {
        const { default: Client } = await import('openai');
        // All that the client would read from the environment is given.
        const client = new Client({
          apiKey: key.reveal() || 'none',
          organization: null,
          project: null,
          webhookSecret: null,
          baseURL: subject.url,
          maxRetries: 0,
          logLevel: 'off',
        });
        const { data } = await client.embeddings.create(
          // Without it the client asks for base64, which few other servers know.
          { model: subject.model, input: [...texts], encoding_format: 'float' },
          { signal },
        );
        return data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => embedding);
      } catch (error) {
        signal.throwIfAborted();
        throw explainClient(subject, error);
      }
    },
  };
}
