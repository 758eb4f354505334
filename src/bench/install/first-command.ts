/** From a fresh Home Assistant and the packaged app folder to the first answered spoken command, without a hand. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { abortable } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { EngineError, HomeError } from '../../core/errors.ts';
import { packageDirectory } from '../../model-store/model-directories.ts';
import { CoreClient } from '../ha/core-client.ts';
import { startCore } from '../ha/core-process.ts';
import { demonstrate } from '../ha/demo.ts';
import { furnish } from '../ha/furnish.ts';
import { defaultHouse } from '../ha/house.ts';
import { houseConfig } from '../ha/house-config.ts';
import { addHearken, preferredPipeline } from '../ha/set-up.ts';
import { startSupervisor, supervisorToken } from '../ha/stand-in-supervisor.ts';
import { modelVolume, startImage } from './image-process.ts';
import type { BenchOptions, BenchRow } from '../report.ts';

const run = promisify(execFile);
const maxTogetherS = 300;
const appImage = 'hearken-app';

/** In a smoke run the image that was built last is taken for the app's: building takes minutes. */
export async function firstCommandRows(options: BenchOptions): Promise<readonly BenchRow[]> {
  const { signal, progress, smoke } = options;
  const data = await mkdtemp(join(tmpdir(), 'hearken-app-'));
  try {
    await using models = await modelVolume(options.modelDirs);
    await using core = await startCore({ configuration: houseConfig(defaultHouse), signal, progress });
    await using client = await CoreClient.onboard(core);
    await furnish(client, defaultHouse);
    await using supervisor = await startSupervisor({
      core: {
        socketUrl: `${client.url.replace('http', 'ws')}/api/websocket`,
        apiUrl: client.url,
        token: client.token,
      },
    });
    const began = systemClock.monotonicMs();
    const image = smoke ? ['--user', '0'] : ['--image', await buildApp(options)];
    const built = systemClock.monotonicMs();
    progress('the app starts');
    // What the Supervisor puts there when nobody filled anything in.
    await writeFile(join(data, 'options.json'), '{}', { mode: 0o600 });
    const runner = [...image, '--data', data, '--models', models.path];
    for (const pair of [`SUPERVISOR_TOKEN=${supervisorToken}`, `HEARKEN_SUPERVISOR=${supervisor.url}`])
      runner.push('--env', pair);
    const args = ['--models', '/mnt', '--no-download'];
    await using app = await startImage({ runner, args, signal });
    await abortable(supervisor.told('wyoming', 'hearken'), signal);
    const told = systemClock.monotonicMs();
    const { port, token } = supervisor.messages.get('hearken')?.config ?? {};
    await addHearken(client, { host: '127.0.0.1', port: Number(port), token: String(token) });
    const pipeline = await preferredPipeline(client);
    if (!pipeline) throw new HomeError('HOME_REFUSED', 'the integration made no preferred pipeline');
    const { run: turn, changes } = await demonstrate({ client, program: app, pipeline }, undefined, {
      signal,
    });
    if (turn.error !== undefined || turn.audio.length === 0 || changes.length === 0)
      throw new EngineError(
        'ENGINE_FAILED',
        `the spoken command was not answered: ${JSON.stringify(turn.error)}`,
      );
    const answered = systemClock.monotonicMs();
    supervisor.verify();
    const togetherS = (answered - began) / 1_000;
    return [
      ...(smoke ? [] : [row('app folder packaged and its image built', built - began)]),
      row('app started → it told the Supervisor of its services', told - built),
      row('added to Home Assistant → a spoken command was answered', answered - told),
      {
        ...row('together', answered - began),
        target: `≤ ${maxTogetherS}`,
        met: togetherS <= maxTogetherS,
      },
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

const row = (metric: string, valueMs: number): BenchRow => ({
  metric,
  value: valueMs / 1_000,
  unit: 's',
  n: 1,
});

/** As Home Assistant does with a local app: nothing but the folder is there. Returns the image's tag. */
async function buildApp({ signal, progress }: BenchOptions): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearken-folder-'));
  try {
    progress('the app folder is packaged and built');
    const out = join(folder, 'hearken');
    await run(process.execPath, [join(packageDirectory, 'scripts/package-app.js'), '--out', out], { signal });
    const script = join(packageDirectory, 'scripts/build-image.sh');
    await run(script, [appImage, out], { signal, maxBuffer: 64 << 20 });
    return appImage;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
