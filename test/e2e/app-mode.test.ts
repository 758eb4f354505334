import { mkdtempSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { readFile } from 'node:fs/promises';
import { describeServer } from '../../src/client/voice-client.ts';
import { type DemoServer, startDemoServer } from '../support/home/demo-server.ts';
import { type HearkenServer, startHearken } from '../support/hearken-server.ts';
import { describeReal } from '../support/real-models.ts';
import {
  type StandInSupervisor,
  startSupervisor,
  supervisorToken,
} from '../../src/bench/ha/stand-in-supervisor.ts';

const logLine = z.looseObject({ msg: z.string(), url: z.string().optional() });

let demo: DemoServer;
let supervisor: StandInSupervisor;

type Options = Parameters<typeof startSupervisor>[0];

async function supervise(options: Partial<Options> = {}): Promise<void> {
  const core = { socketUrl: `${demo.url.replace('http', 'ws')}/api/websocket`, token: demo.demo.token };
  supervisor = await startSupervisor({ core, coreConfig: { language: 'en' }, ...options });
}

beforeEach(async () => {
  demo = await startDemoServer();
});

afterEach(async () => {
  await supervisor[Symbol.asyncDispose]();
  await demo[Symbol.asyncDispose]();
});

/** As the Supervisor starts it: its token, its options in the data directory, and no other setting. */
async function startAsApp(
  options: Readonly<Record<string, unknown>> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'hearken-app-')),
): Promise<HearkenServer & { readonly dataDir: string }> {
  writeFileSync(join(dataDir, 'options.json'), JSON.stringify(options));
  const server = await startHearken({
    args: ['--data', dataDir],
    env: { SUPERVISOR_TOKEN: supervisorToken, HEARKEN_SUPERVISOR: supervisor.url, HEARKEN_DATA: dataDir },
  });
  return Object.assign(server, { dataDir });
}

/** Where its HTTP interface listens, told after the Wyoming address. */
async function httpUrl({ log }: HearkenServer): Promise<string> {
  return await expect
    .poll(() => httpUrlIn(log), { timeout: 20_000 })
    .toBeTruthy()
    .then(() => httpUrlIn(log)!);
}

function httpUrlIn(log: readonly string[]): string | undefined {
  for (const line of log) {
    if (!line.startsWith('{')) continue;
    const { msg, url } = logLine.parse(JSON.parse(line));
    if (msg === 'http interface' && url !== undefined) return url.replace('0.0.0.0', '127.0.0.1');
  }
  return undefined;
}

describeReal('the program as a Home Assistant app', ['models'], () => {
  it('tells the Supervisor where both services are, with what the integration needs', async () => {
    await supervise();
    await using app = await startAsApp();
    await supervisor.told('wyoming', 'hearken');
    const { port } = new URL(await httpUrl(app));
    expect(supervisor.messages.get('wyoming')?.config).toEqual({ uri: `tcp://${hostname()}:${app.port}` });
    expect(supervisor.messages.get('hearken')?.config).toEqual({
      host: hostname(),
      port: Number(port),
      instance_id: (await readFile(join(app.dataDir, 'instance-id'), 'utf8')).trim(),
      token: (await readFile(join(app.dataDir, 'token'), 'utf8')).trim(),
    });
    supervisor.verify();
  });

  it('serves the home behind the proxy of the Supervisor', async () => {
    await supervise();
    await using app = await startAsApp();
    await supervisor.told('hearken');
    const token = String(supervisor.messages.get('hearken')?.config['token']);
    const response = await fetch(`${await httpUrl(app)}/api/v1/home`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toMatchObject({ is_demo: false, status: 'connected' });
    supervisor.verify();
  });

  it('goes on with the other service when the Supervisor refuses one', async () => {
    await supervise({ discovery: ['hearken'] });
    await using app = await startAsApp();
    await supervisor.told('hearken');
    expect([...supervisor.messages.keys()]).toEqual(['hearken']);
    expect(app.log.filter((line) => line.includes('refused a discovery message'))).toHaveLength(1);
    supervisor.verify();
  });

  it('shows its page to whom the Supervisor has logged in, and to nobody else who says so', async () => {
    await supervise();
    await using app = await startAsApp();
    const url = await httpUrl(app);
    const page = await supervisor.ingress(url, '/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Speech to text');
    expect((await supervisor.ingress(url, '/', '127.0.0.2')).status).toBe(403);
    expect((await supervisor.ingress(url, '/api/v1/turns')).status).toBe(403);
    expect((await fetch(url)).status).toBe(401);
  });

  it('takes what the person chose in the form', async () => {
    await supervise();
    const { signal } = new AbortController();
    const here = ({ uri }: HearkenServer): string => uri.replace('0.0.0.0', '127.0.0.1');
    await using open = await startAsApp();
    expect((await describeServer(here(open), { signal })).handle).toHaveLength(1);
    await using closed = await startAsApp({ wyoming: { allow: ['192.0.2.1'] } });
    await expect(describeServer(here(closed), { signal })).rejects.toThrow();
  });

  it("keeps Home Assistant's language for a start at which it is away", async () => {
    await supervise({ coreConfig: { language: 'nl' } });
    const first = await startAsApp();
    await first[Symbol.asyncDispose]();
    expect((await readFile(join(first.dataDir, 'home-language'), 'utf8')).trim()).toBe('nl');
    supervisor.isCoreReady = false;
    await using second = await startAsApp({}, first.dataDir);
    expect(second.log.find((line) => line.includes('the one of the last start counts'))).toContain('"nl"');
  });

  it('writes the token of the Supervisor nowhere', async () => {
    await supervise();
    await using app = await startAsApp({ log: { level: 'debug', content: true } });
    await supervisor.told('wyoming', 'hearken');
    expect(app.log.join('\n')).not.toContain(supervisorToken);
    expect(JSON.stringify([...supervisor.messages.values()])).not.toContain(supervisorToken);
  });
});
