/** The program where nothing can be kept: the house is served all the same, and a person is told what to do. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSupervisor, supervisorToken } from '../../src/bench/ha/stand-in-supervisor.ts';
import { converse } from '../../src/client/voice-client.ts';
import { runCli } from '../support/hearken-cli.ts';
import { type HearkenServer, startHearken } from '../support/hearken-server.ts';
import { startDemoServer } from '../support/home/demo-server.ts';
import { apiUrlOf } from '../support/served-turn.ts';
import { tempDir } from '../support/temp-dir.ts';
import { tinyDisk } from '../support/tiny-disk.ts';

/** Below a file nothing can be made, not even by root. */
const nowhere = '/dev/null/nowhere';
const signal = AbortSignal.timeout(60_000);

async function answers({ uri }: HearkenServer): Promise<boolean> {
  const here = uri.replace('0.0.0.0', '127.0.0.1');
  return (await converse(here, 'turn on the kitchen light', { language: 'en', signal })).isHandled;
}

async function storeHealth(server: HearkenServer): Promise<unknown> {
  const response = await fetch(`${(await apiUrlOf(server)).replace('0.0.0.0', '127.0.0.1')}/health`);
  return ((await response.json()) as { services: Record<string, unknown> }).services['store'];
}

describe('a data directory that can not be made', () => {
  it('leaves the agent at work, and /health and the log say what is missing', async () => {
    await using server = await startHearken({ args: ['--only', 'handle', '--data', nowhere] });
    expect(await answers(server)).toBe(true);
    expect(await storeHealth(server)).toMatchObject({ state: 'failed' });
    expect(server.log.find((line) => line.includes('no access token'))).toContain(nowhere);
  });

  it('is a finding of the doctor, with its fix', async () => {
    const { code, stdout, stderr } = await runCli(['doctor', '--no-measure', '--data', nowhere]);
    expect(stdout.toString()).toMatch(/PROBLEM {2}data: .*nowhere.*\n *fix: .*--data/);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('is told in a line by a command that needs it', async () => {
    const { code, stderr } = await runCli(['token', 'show', '--data', nowhere]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^hearken: .*nowhere.*\n$/) });
  });
});

describe('the app on a full disk', () => {
  it("speaks Home Assistant's language and carries out what is said", async (context) => {
    await using dir = await tempDir();
    using disk = tinyDisk(dir.path);
    if (!disk) return context.skip('this user may not mount a small disk');
    await writeFile(join(dir.path, 'options.json'), '{}');
    await writeFile(join(dir.path, 'rest'), new Uint8Array(1 << 20)).catch(() => undefined);
    await using demo = await startDemoServer();
    const core = { socketUrl: `${demo.url.replace('http', 'ws')}/api/websocket`, token: demo.demo.token };
    await using supervisor = await startSupervisor({ core, coreConfig: { language: 'en' } });
    await using server = await startHearken({
      args: ['--only', 'handle', '--data', dir.path],
      env: { SUPERVISOR_TOKEN: supervisorToken, HEARKEN_SUPERVISOR: supervisor.url, HEARKEN_DATA: dir.path },
    });
    expect(server.log.find((line) => line.includes('can not be kept for the next start'))).toContain(
      'ENOSPC',
    );
    expect(await answers(server)).toBe(true);
    expect(await storeHealth(server)).toMatchObject({ state: 'failed' });
    return undefined;
  });
});
