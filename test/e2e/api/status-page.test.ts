import { describe, expect, it } from 'vitest';
import type { StatusFacts } from '../../../src/api/status-page.ts';
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
    for (const text of ['512 MB', '1.5 MB', '3.0 MB', '9000 MB']) expect(page).toContain(text);
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
    expect(await pageOf({ exposedCount: 0 })).toContain('Nothing is exposed to voice');
    expect(await pageOf({ exposedCount: 7 })).toContain('7 entities are exposed to voice');
  });

  it('names the stage and the code of what failed lately', async () => {
    const page = await pageOf({
      failures: [{ stage: 'stt', atMs: 0, code: 'ENGINE_CRASHED' }],
      turnCount: 3,
    });
    expect(page).toContain('1970-01-01 00:00:00 UTC');
    expect(page).toContain('ENGINE_CRASHED');
    expect(await pageOf({ turnCount: 3 })).toContain('None of the last 3 turns failed.');
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
