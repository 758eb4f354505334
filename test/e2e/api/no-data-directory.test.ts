import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { converse } from '../../../src/client/voice-client.ts';
import { startHearken } from '../../support/hearken-server.ts';
import { tempDir } from '../../support/temp-dir.ts';

describe('a program whose data directory can not be made', () => {
  it('serves the voice, refuses every token and says why in /health', async () => {
    await using dir = await tempDir();
    await writeFile(join(dir.path, 'file'), '');
    await using server = await startHearken({
      args: ['--only', 'handle', '--data', join(dir.path, 'file', 'data')],
    });
    const httpLine = () => server.log.find((line) => line.includes('"http interface"'));
    while (!httpLine()) await delay(20);
    const { url } = JSON.parse(httpLine() ?? '') as { url: string };
    const health = (await (await fetch(`${url}/health`)).json()) as { services: Record<string, unknown> };
    expect(health.services['store']).toMatchObject({ state: 'failed' });
    const authorization = 'Bearer undefined';
    expect((await fetch(`${url}/api/v1/turns`, { headers: { authorization } })).status).toBe(401);
    const answer = await converse(server.uri, 'is the front door locked', {
      language: 'en',
      signal: AbortSignal.timeout(10_000),
    });
    expect(answer.text).toMatch(/door|can't reach/i);
  });
});
