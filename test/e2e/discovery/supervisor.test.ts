import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Logger } from '../../../src/core/log.ts';
import { Secret } from '../../../src/core/secret.ts';
import { announceToSupervisor, type DiscoveryMessage } from '../../../src/discovery/supervisor.ts';
import { type StandInSupervisor, startSupervisor, supervisorToken } from '../../support/supervisor.ts';

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
