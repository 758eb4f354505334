import { describe, expect, it } from 'vitest';
import type { StatusFacts } from '../../../src/api/status-page/facts.ts';
import { startApi } from '../../support/api-server.ts';

async function pageOf(status: Partial<StatusFacts>): Promise<string> {
  await using api = await startApi({ status });
  return await (await api.request('/')).text();
}

describe('the status page', () => {
  it('says in words what is not working, and what helps', async () => {
    const page = await pageOf({
      services: {
        stt: { state: 'failed', reason: 'MODEL_NOT_INSTALLED', detail: 'fetch <one> & start again' },
        tts: { state: 'ready' },
      },
    });
    expect(page).toContain('Something needs your attention.');
    expect(page).toContain('A model is not on this machine.');
    expect(page).toContain('fetch &lt;one&gt; &amp; start again');
  });

  it('shows how far a download is, and looks again soon', async () => {
    const page = await pageOf({
      services: { stt: { state: 'loading' } },
      downloads: [{ id: 'a-model', state: 'downloading', receivedBytes: 30e6, totalBytes: 120e6 }],
    });
    expect(page).toContain('a-model');
    expect(page).toContain('30 of 120 MB');
    expect(page).toContain('content="3"');
  });

  it('shows the room that is taken, and what is free', async () => {
    const disk = { modelBytes: 512e6, replyBytes: 1.5e6, dataBytes: 3e6, freeBytes: 9e9 };
    const page = await pageOf({ disk });
    for (const text of ['512 MB', '1.5 MB', '3.0 MB', '9.0 GB']) expect(page).toContain(text);
  });

  it('says why a download failed', async () => {
    const page = await pageOf({
      downloads: [
        {
          id: 'a-model',
          state: 'failed',
          receivedBytes: 0,
          totalBytes: undefined,
          reason: 'the disk is full',
        },
      ],
    });
    expect(page).toContain('the disk is full');
  });

  it('tells a home of which nothing may be seen', async () => {
    const services = { home: { state: 'ready' } } as const;
    expect(await pageOf({ services, exposedCount: 0 })).toContain('Nothing is exposed to voice');
    expect(await pageOf({ services, exposedCount: 7 })).toContain('7 entities are exposed to voice');
  });

  it('says which stage of a turn failed and why, when by the clock of the home', async () => {
    const result = { kind: 'failed', stage: 'stt', code: 'ENGINE_CRASHED' } as const;
    const turns = [{ endedAtMs: 0, waits: [], result }];
    const page = await pageOf({ turns, nowMs: 7 * 60_000, timeZone: 'Europe/Berlin' });
    for (const text of ['Speech to text failed', 'is started again by itself', 'ENGINE_CRASHED'])
      expect(page).toContain(text);
    expect(page).toContain('<time title="1970-01-01 01:00">7 min ago</time>');
  });

  it.each([
    [{ proven: 2 }, 'ready', 'Done', '2 devices done'],
    [{ proven: 1, failed: 1 }, 'failed', 'A device failed', '1 device done, 1 device failed'],
    [{ refused: 1 }, 'loading', 'Not done', 'asked for a yes, or not permitted'],
    [{}, 'ready', 'Answered', 'by the language model'],
  ])('tells what came of a turn with %j', async (proofs, tone, title, why) => {
    const waits = [{ stage: 'agent', tookMs: 1_234 }] as const;
    const turns = [{ endedAtMs: 0, waits, result: { kind: 'answered', path: 'llm', proofs } as const }];
    const page = await pageOf({ turns });
    expect(page).toContain(`<span class="${tone}">${title}</span>`);
    expect(page).toContain(why);
    expect(page).toContain('answered 1.2 s');
  });

  it('says what comes next where nothing was said yet, and not on a worker', async () => {
    const home = { home: { state: 'ready' } } as const;
    expect(await pageOf({ services: home })).toContain('Nothing was said since this start');
    expect(await pageOf({ services: { stt: { state: 'ready' } } })).not.toContain('Nothing was said');
  });

  it('shows what each service works with, and every language model', async () => {
    const page = await pageOf({
      services: { wake: { state: 'ready', uses: ['“hey professor”'] } },
      languageModels: [{ name: 'ollama/qwen3:8b', state: 'failed', reason: 'LLM_UNREACHABLE' }],
    });
    for (const text of [
      '“hey professor”',
      'Works; a language model does not.',
      'ollama/qwen3:8b',
      'The language model can not be reached.',
    ])
      expect(page).toContain(text);
  });

  it('may load nothing and be framed by nobody else', async () => {
    await using api = await startApi();
    const { headers } = await api.request('/');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is shown to nobody without the token, whatever they say of an ingress', async () => {
    await using api = await startApi();
    const headers = { 'x-ingress-path': '/api/hassio_ingress/x', 'x-remote-user-id': 'admin' };
    expect((await fetch(api.url, { headers })).status).toBe(401);
  });

  it('is shown without a token to whom the Supervisor passes on, and nothing else is', async () => {
    await using api = await startApi({ ingressFrom: '127.0.0.1' });
    const headers = { 'x-ingress-path': '/api/hassio_ingress/x' };
    expect((await fetch(api.url, { headers })).status).toBe(200);
    expect((await fetch(`${api.url}/api/v1/turns`, { headers })).status).toBe(401);
    expect((await fetch(api.url)).status).toBe(401);
  });

  it('is not needed to see that the program answers', async () => {
    await using api = await startApi({ health: { stt: { state: 'failed', reason: 'MODEL_CORRUPT' } } });
    expect((await fetch(`${api.url}/live`)).status).toBe(204);
    expect((await fetch(`${api.url}/health`)).status).toBe(503);
  });
});
