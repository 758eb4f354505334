/** The image as the Supervisor starts it: by root, with options of root's, its token, and nothing filled in. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelVolume, type RunningImage, startImage } from '../../src/bench/install/image-process.ts';
import { converse } from '../../src/client/voice-client.ts';
import { type DemoServer, startDemoServer } from '../support/home/demo-server.ts';
import { modelsDir } from '../support/real-models.ts';
import {
  type StandInSupervisor,
  startSupervisor,
  supervisorToken,
} from '../../src/bench/ha/stand-in-supervisor.ts';

const signal = AbortSignal.timeout(110_000);
/** Of the program in the image; root left it the data directory. */
const programUser = 10_001;

describe('the image as a Home Assistant app', () => {
  let models: Awaited<ReturnType<typeof modelVolume>>;
  let demo: DemoServer;
  let supervisor: StandInSupervisor;
  let app: RunningImage;
  let data: string;

  beforeAll(async () => {
    models = await modelVolume([modelsDir]);
    demo = await startDemoServer();
    supervisor = await startSupervisor({
      core: { socketUrl: `${demo.url.replace('http', 'ws')}/api/websocket`, token: demo.demo.token },
      coreConfig: { language: 'en' },
    });
    data = await mkdtemp(join(tmpdir(), 'hearken-app-'));
    await writeFile(join(data, 'options.json'), '{}', { mode: 0o600 });
    const env = [`SUPERVISOR_TOKEN=${supervisorToken}`, `HEARKEN_SUPERVISOR=${supervisor.url}`];
    const runner = ['--user', '0', '--data', data, '--models', models.path];
    for (const pair of env) runner.push('--env', pair);
    app = await startImage({ runner, args: ['--models', '/mnt', '--no-download'], signal });
  });

  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await supervisor[Symbol.asyncDispose]();
    await demo[Symbol.asyncDispose]();
    await models[Symbol.asyncDispose]();
    await rm(data, { recursive: true, force: true });
  });

  it("takes over root's files and leaves root", async () => {
    for (const name of ['.', 'options.json', 'token'])
      expect((await stat(join(data, name))).uid, name).toBe(programUser);
  });

  it('tells the Supervisor of both services and calls nothing else', async () => {
    await supervisor.told('wyoming', 'hearken');
    expect(supervisor.messages.get('wyoming')?.config).toEqual({
      uri: `tcp://${hostname()}:${new URL(app.uri).port}`,
    });
    expect(supervisor.messages.get('hearken')?.config['token']).toBe(
      (await readFile(join(data, 'token'), 'utf8')).trim(),
    );
    supervisor.verify();
  });

  it("carries out a command in the home behind the Supervisor's proxy", async () => {
    const answer = await converse(app.uri, 'turn on the kitchen light', { signal });
    expect(answer.isHandled).toBe(true);
    expect(demo.demo.world.states.get('light.kitchen_ceiling')?.state).toBe('on');
  });

  it('shows its page behind ingress', async () => {
    expect(await supervisor.ingress(app.apiUrl, '/')).toMatchObject({ status: 200 });
  });
});
