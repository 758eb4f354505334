/** A server with the embeddings of Ollama and of OpenAI, checking every request: words about the same thing lie together. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** Words of one line mean the same. */
const meanings: readonly (readonly string[])[] = [
  ['bins', 'rubbish', 'garbage', 'trash'],
  ['bike', 'bicycle', 'cycle'],
  ['boiler', 'heating', 'furnace'],
];

function vectorOf(text: string): number[] {
  const words = text.toLowerCase().split(/\W+/);
  const counts = meanings.map((meaning) => words.filter((word) => meaning.includes(word)).length);
  return [...counts, counts.every((count) => count === 0) ? 1 : 0];
}

const ollamaRequest = z.strictObject({ model: z.literal('test-embed'), input: z.array(z.string()).min(1) });
const openaiRequest = z.strictObject({ ...ollamaRequest.shape, encoding_format: z.literal('float') });

export type EmbeddingServer = AsyncDisposable & {
  readonly url: string;
  /** Texts that were asked for. */
  readonly asked: readonly string[];
  /** Answers the next requests with this status. */
  failWith(status: number | null): void;
};

/** `key`: what must come as a bearer token. */
export async function embeddingServer(key = ''): Promise<EmbeddingServer> {
  const asked: string[] = [];
  let failure: number | null = null;
  const answer = (path: string, body: unknown): unknown => {
    if (path === '/api/embed') {
      const { model, input } = ollamaRequest.parse(body);
      asked.push(...input);
      return {
        model,
        embeddings: input.map(vectorOf),
        total_duration: 1,
        load_duration: 1,
        prompt_eval_count: 1,
      };
    }
    if (path !== '/v1/embeddings') throw new Error(`nothing is at ${path}`);
    const { model, input } = openaiRequest.parse(body);
    asked.push(...input);
    // Not in order, as the protocol allows.
    const data = input
      .map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }))
      .toReversed();
    return { object: 'list', data, model, usage: { prompt_tokens: 1, total_tokens: 1 } };
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, body: unknown): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (failure !== null) return send(failure, { error: 'unavailable' });
    if (key !== '' && request.headers.authorization !== `Bearer ${key}`) return send(401, { error: 'key' });
    try {
      send(200, answer(request.url ?? '', JSON.parse(await bodyOf(request))));
    } catch (error) {
      send(400, { error: String(error) });
    }
  };
  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    failWith: (status) => (failure = status),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
