import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../src/core/secret.ts';
import { createEmbedder } from '../../../../src/engines/llm/create-embedder.ts';
import { embeddingServer, type EmbeddingServer } from '../../../support/llm/embedding-server.ts';

const soon = () => ({ signal: AbortSignal.timeout(5_000) });

describe.each([
  ['ollama', ''],
  ['openai', '/v1'],
] as const)('embeddings of %s', (provider, path) => {
  const embedderFor = ({ url }: EmbeddingServer, key = 'k') => {
    const embedder = createEmbedder({
      provider,
      url: `${url}${path}`,
      model: 'test-embed',
      key: new Secret(key),
    });
    if (!embedder) throw new Error('no embedder');
    return embedder;
  };

  it('come in the order of the texts', async () => {
    await using server = await embeddingServer('k');
    const embedder = embedderFor(server);
    expect(embedder.name).toBe(`${provider}/test-embed`);
    expect(await embedder.embed(['the bins', 'my bike'], soon())).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(server.asked).toEqual(['the bins', 'my bike']);
  });

  it('fail with the reason when the key is wrong, the server is away, or has trouble', async () => {
    const server = await embeddingServer('k');
    await expect(embedderFor(server, 'wrong').embed(['a'], soon())).rejects.toMatchObject({
      code: 'LLM_REFUSED',
    });
    server.failWith(503);
    await expect(embedderFor(server).embed(['a'], soon())).rejects.toMatchObject({
      name: 'LanguageModelError',
    });
    await server[Symbol.asyncDispose]();
    const away = await embeddingServer();
    await away[Symbol.asyncDispose]();
    await expect(embedderFor(away).embed(['a'], soon())).rejects.toMatchObject({
      code: 'LLM_UNREACHABLE',
    });
  });

  it('end with the signal', async () => {
    await using server = await embeddingServer('k');
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(embedderFor(server).embed(['a'], stop)).rejects.toThrow('enough');
  });
});

describe('without a provider', () => {
  it('there are none', () => {
    const settings = { provider: 'off', url: '', model: 'm', key: new Secret('') } as const;
    expect(createEmbedder(settings)).toBeUndefined();
  });
});
