/** A real Home Assistant core as a child process, on a free port of loopback, with a fresh configuration folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sleep, startDeadline } from '../../core/abort.ts';
import { HomeError } from '../../core/errors.ts';
import { packageDirectory } from '../../model-store/model-directories.ts';
import { corePython, type CoreTreeOptions } from './core-tree.ts';
import { freePort } from '../process/free-port.ts';

export type CoreProcess = AsyncDisposable & {
  /** `http://127.0.0.1:<port>`, or at the address of its place. */
  readonly url: string;
  readonly configDir: string;
  readonly logFile: string;
  readonly pid: number;
  /** Ends everything that is done with this core. */
  readonly signal: AbortSignal;
  stop(): Promise<void>;
  /** Starts again on the same port and folder after `stop`. */
  start(): Promise<void>;
};

export type CoreOptions = CoreTreeOptions & {
  /** The content of configuration.yaml, without `http`. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Folders of further integrations, beside ours. */
  readonly components?: readonly string[];
  /** Where it runs instead of here: an address to listen on, and the command that brings a program there. */
  readonly place?: CorePlace;
  /** Of another core than that of `scripts/ha-core.sh`. */
  readonly python?: string | undefined;
};

export type CorePlace = { readonly address: string; readonly runner: readonly string[] };

const here: CorePlace = { address: '127.0.0.1', runner: [] };

/** A first start on a busy machine has been seen to take 40 s. */
const startTimeoutMs = 120_000;

/** Starts core with our integration in its folder; resolves when its port answers. Disposing it removes the folder. */
export async function startCore({
  configuration,
  components: others = [],
  place = here,
  signal,
  progress,
  python: other,
}: CoreOptions): Promise<CoreProcess> {
  const python = other ?? (await corePython({ signal, progress }));
  const configDir = await mkdtemp(join(tmpdir(), 'hearken-ha-'));
  const port = await freePort();
  const url = `http://${place.address}:${port}`;
  const logFile = join(configDir, 'core.log');
  const http = { server_host: place.address, server_port: port };
  // Announcements are fetched from the address that core has for itself.
  const home = configuration['homeassistant'] ?? {};
  // JSON is valid YAML.
  await writeFile(
    join(configDir, 'configuration.yaml'),
    JSON.stringify({ ...configuration, homeassistant: { ...home, internal_url: url }, http }, undefined, 1),
  );
  const components = join(packageDirectory, 'custom_components');
  await cp(components, join(configDir, 'custom_components'), { recursive: true });
  for (const folder of others)
    await cp(folder, join(configDir, 'custom_components', basename(folder)), { recursive: true });

  let child: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  const start = async (): Promise<void> => {
    const log = createWriteStream(logFile, { flags: 'a' });
    const program = [python, '-m', 'homeassistant', '-c', configDir, '--skip-pip', '--log-no-color'];
    const [command = python, ...args] = [...place.runner, ...program];
    child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    await untilAnswers(url, child, signal);
  };
  const core: CoreProcess = {
    url,
    configDir,
    logFile,
    signal,
    get pid() {
      return child?.pid ?? 0;
    },
    start,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
      await rm(configDir, { recursive: true, force: true });
    },
  };
  try {
    await start();
    return core;
  } catch (error) {
    await core[Symbol.asyncDispose]();
    throw error;
  }
}

async function untilAnswers(url: string, child: ChildProcess, signal: AbortSignal): Promise<void> {
  using inTime = startDeadline(startTimeoutMs, signal);
  for (;;) {
    if (child.exitCode !== null)
      throw new HomeError('HOME_UNREACHABLE', `Home Assistant's core ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/api/onboarding`, { signal: inTime.signal }).catch(() => undefined);
    if (answer !== undefined) return;
    await sleep(100, inTime.signal);
  }
}
