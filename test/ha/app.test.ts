/** The program as a Home Assistant app: a stand-in Supervisor in front of a real core. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { converse } from '../../src/client/voice-client.ts';
import { type HearkenServer, startHearken } from '../support/hearken-server.ts';
import {
  type StandInSupervisor,
  startSupervisor,
  supervisorToken,
} from '../../src/bench/ha/stand-in-supervisor.ts';
import { type CoreProcess, startCore } from './support/core-process.ts';

let core: CoreProcess;
let client: CoreClient;
let supervisor: StandInSupervisor;
let app: HearkenServer;

const { signal } = new AbortController();

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  await furnish(client, defaultHouse);
  supervisor = await startSupervisor({
    core: {
      socketUrl: `${client.url.replace('http', 'ws')}/api/websocket`,
      apiUrl: client.url,
      token: client.token,
    },
  });
  const data = mkdtempSync(join(tmpdir(), 'hearken-app-'));
  writeFileSync(join(data, 'options.json'), '{}');
  app = await startHearken({
    args: ['--data', data],
    env: { SUPERVISOR_TOKEN: supervisorToken, HEARKEN_SUPERVISOR: supervisor.url, HEARKEN_DATA: data },
  });
  await supervisor.told('wyoming', 'hearken');
}, 300_000);

afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await supervisor[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

describe('the app in front of a real core', () => {
  it("carries out a command in the home behind the Supervisor's proxy", async () => {
    const answer = await converse(app.uri, 'turn on the office lamp', { signal });
    expect(answer.text).toMatch(/office lamp/i);
    expect(await client.state('light.office_lamp')).toBe('on');
    supervisor.verify();
  });

  it('tells the integration an address and a token that work', async () => {
    const { port, token, instance_id: instanceId } = supervisor.messages.get('hearken')?.config ?? {};
    // The name of this machine is told, which is one in the network of the Supervisor alone.
    const step = await client.flow('hearken', { host: '127.0.0.1', port, token });
    expect(step).toMatchObject({ type: 'form', step_id: 'assistant' });
    expect(instanceId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
