import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../src/config/load.ts';
import { emptyDirectory, runCli } from '../support/hearken-cli.ts';
import { startHearken, type HearkenServer } from '../support/hearken-server.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { startCore, type CoreProcess } from './support/core-process.ts';
import { say } from './support/say.ts';
import { type NetworkNamespace, openNetworkNamespace } from './support/network-namespace.ts';

const flowRows = z.array(
  z.looseObject({
    flow_id: z.string(),
    handler: z.string(),
    context: z.looseObject({ source: z.string(), unique_id: z.string().optional() }),
  }),
);
type Flow = z.output<typeof flowRows>[number];
const entryRows = z.array(z.looseObject({ entry_id: z.string(), state: z.string(), source: z.string() }));
type Entry = z.output<typeof entryRows>[number];

const isRoot = process.getuid?.() === 0;
const hasIp = ((): boolean => {
  try {
    execFileSync('ip', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
/** In CI a missing tool is a failure of the machine, not a reason to test less. */
const canRun = (isRoot && hasIp) || process.env['CI'] !== undefined;

const data = emptyDirectory();

describe.skipIf(!canRun)('a server in the network of a real core (needs root and ip)', () => {
  let network: NetworkNamespace;
  let core: CoreProcess;
  let client: CoreClient;
  let hearken: HearkenServer;

  const start = async (...args: string[]): Promise<HearkenServer> =>
    await startHearken({
      args: ['--data', data, '--host', '0.0.0.0', '--api-host', '0.0.0.0', ...args],
      env: { HEARKEN_HOME_URL: core.url, HEARKEN_HOME_TOKEN: client.token },
      runner: network.runner,
    });

  const discovered = async (handler: string): Promise<Flow[]> => {
    const flows = await client.read(flowRows, 'config_entries/flow/progress');
    return flows.filter((flow) => flow.handler === handler && flow.context.source === 'zeroconf');
  };

  const continueFlow = async (flowId: string, input: Record<string, unknown>): Promise<unknown> =>
    await client.post(`config/config_entries/flow/${flowId}`, input);

  const entries = async (domain: string): Promise<Entry[]> =>
    await client.read(entryRows, 'config_entries/get', { domain });

  beforeAll(async () => {
    network = openNetworkNamespace();
    core = await startCore({ configuration: { zeroconf: null }, place: network });
    client = await CoreClient.onboard(core);
    hearken = await start();
  }, 300_000);

  afterAll(async () => {
    await hearken[Symbol.asyncDispose]();
    await client[Symbol.asyncDispose]();
    await core[Symbol.asyncDispose]();
    network[Symbol.dispose]();
  });

  it('finds the core in turn: "hearken setup" is told its address by nobody', async () => {
    const cwd = emptyDirectory();
    const { code, stderr } = await runCli(
      ['setup', '--yes', '--no-speech', '--data', join(cwd, 'data'), '--home-token', client.token],
      { cwd, runner: network.runner },
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const { home, language } = loadConfig({ env: {}, file: join(cwd, 'hearken.yaml') });
    expect({ url: home.url, language }).toEqual({ url: core.url, language: 'en' });
  });

  it('is found by both integrations under one name', async () => {
    await expect.poll(async () => (await discovered('hearken')).length, { timeout: 20_000 }).toBe(1);
    await expect.poll(async () => (await discovered('wyoming')).length, { timeout: 20_000 }).toBe(1);
    const [ours] = await discovered('hearken');
    const [voice] = await discovered('wyoming');
    const instanceId = ours?.context.unique_id ?? '';
    expect(instanceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(voice?.context.unique_id).toBe(`Hearken ${instanceId.slice(0, 8)}._wyoming._tcp.local._hearken`);
  });

  it('is added by its token alone, and the voice services that were found with it', async () => {
    const [found] = await discovered('hearken');
    const flowId = found?.flow_id ?? '';
    const token = (await runCli(['token', 'show', '--data', data])).stdout.toString().trim();
    expect(await continueFlow(flowId, { token })).toMatchObject({ type: 'form', step_id: 'assistant' });
    const done = await continueFlow(flowId, { voice_services: true, pipeline: true, preferred: true });
    expect(done).toMatchObject({ type: 'create_entry' });
    expect(await entries('hearken')).toMatchObject([{ source: 'zeroconf', state: 'loaded' }]);
    expect(await entries('wyoming')).toMatchObject([{ source: 'zeroconf', state: 'loaded' }]);
    expect(await discovered('wyoming')).toEqual([]);
  });

  it('is the same one after a restart elsewhere: the entry follows, nothing is found anew', async () => {
    await hearken[Symbol.asyncDispose]();
    hearken = await start();
    const isOn = async (): Promise<unknown> => {
      return (await say(client, 'conversation.hearken', 'what time is it')).response.response_type;
    };
    await expect.poll(isOn, { timeout: 40_000, interval: 500 }).not.toBe('error');
    expect(await discovered('hearken')).toEqual([]);
    expect((await entries('hearken')).length).toBe(1);
  });

  it('is not announced when it is told so', async () => {
    await hearken[Symbol.asyncDispose]();
    hearken = await start('--zeroconf', 'off', '--data', emptyDirectory());
    const isServing = () => hearken.log.some((line) => line.includes('http interface'));
    await expect.poll(isServing, { timeout: 20_000 }).toBe(true);
    expect(hearken.log.filter((line) => line.includes('announced in the network'))).toEqual([]);
  });
});
