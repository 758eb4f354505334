/** Vectors of texts from any server that speaks OpenAI's embeddings, by OpenAI's official client. */
import type { Embedder } from '../../../agent/ports/embedder.ts';
import type { Secret } from '../../../core/secret.ts';
import { explainClient } from '../client-error.ts';
import { explained } from '../explained.ts';
import { connectOpenai } from './client.ts';
import type { Subject } from '../subject.ts';

export function embedWithOpenai(key: Secret, subject: Subject): Embedder {
  const explain = (error: unknown) => explainClient(subject, error);
  return {
    name: subject.name,
    embed: (texts, { signal }) =>
      explained(
        async () => {
          const { embeddings } = await connectOpenai(key, subject);
          const { data } = await embeddings.create(
            // Without it the client asks for base64, which few other servers know.
            { model: subject.model, input: [...texts], encoding_format: 'float' },
            { signal },
          );
          return data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => embedding);
        },
        { explain, signal },
      ),
  };
}
