import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellSupervisor } from '../../../src/app/supervisor.ts';
import { loadConfig } from '../../../src/config/load.ts';
import type { Logger } from '../../../src/core/log.ts';
import { Secret } from '../../../src/core/secret.ts';
import { announceToSupervisor, type DiscoveryMessage } from '../../../src/discovery/supervisor.ts';
import {
  type StandInSupervisor,
  startSupervisor,
  supervisorToken,
} from '../../../src/bench/ha/stand-in-supervisor.ts';

const message: DiscoveryMessage = { service: 'wyoming', config: { uri: 'tcp://here:10600' } };

let supervisor: StandInSupervisor;
let errors: string[];

const log: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (_, fields) => errors.push(JSON.stringify(fields)),
  child: () => log,
};

beforeEach(async () => {
  errors = [];
  supervisor = await startSupervisor({ core: { socketUrl: 'ws://127.0.0.1:1', token: '' } });
});

afterEach(async () => {
  await supervisor[Symbol.asyncDispose]();
});

async function announce(
  messages: readonly DiscoveryMessage[],
  { token = supervisorToken, signal = new AbortController().signal } = {},
): Promise<void> {
  await announceToSupervisor(messages, {
    supervisorUrl: supervisor.url,
    token: new Secret(token),
    log,
    signal,
  });
}

describe('announceToSupervisor', () => {
  it('tries again while the Supervisor restarts', async () => {
    supervisor.busyFor = 1;
    await announce([message]);
    expect(supervisor.messages.get('wyoming')).toEqual(message);
    expect(errors).toEqual([]);
  });

  it('does not ask again what was refused, and says why', async () => {
    await announce([message], { token: 'wrong' });
    expect(supervisor.messages.size).toBe(0);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('401');
  });

  it('replaces an earlier message', async () => {
    await announce([message]);
    await announce([{ ...message, config: { uri: 'tcp://there:1' } }]);
    expect(supervisor.messages.get('wyoming')?.config).toEqual({ uri: 'tcp://there:1' });
  });

  it('ends when it is told to', async () => {
    supervisor.busyFor = Number.POSITIVE_INFINITY;
    const stop = new AbortController();
    const running = announce([message], { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
  });
});

describe('tellSupervisor', () => {
  it('tells nothing while a model is on its way, and everything once it is there', async () => {
    const config = loadConfig({
      env: {
        SUPERVISOR_TOKEN: supervisorToken,
        HEARKEN_SUPERVISOR: supervisor.url,
        HEARKEN_DATA: mkdtempSync(join(tmpdir(), 'hearken-app-')),
      },
    });
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const { signal } = new AbortController();
    const running = tellSupervisor({
      config,
      engines: { complete: async () => await arrived },
      wyomingUri: 'tcp://0.0.0.0:10600',
      httpUrl: 'http://0.0.0.0:10680',
      log,
      signal,
    });
    // A message of the test's own is taken after all that came before it.
    await announce([message]);
    expect([...supervisor.messages.keys()]).toEqual(['wyoming']);
    expect(supervisor.messages.get('wyoming')).toEqual(message);
    arrive();
    await running;
    expect([...supervisor.messages.keys()].sort()).toEqual(['hearken', 'wyoming']);
    expect(supervisor.messages.get('wyoming')?.config['uri']).toMatch(/:10600$/);
  });
});
