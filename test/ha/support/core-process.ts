/** A real Home Assistant core as a child process, with a fresh config folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { houseConfig } from './house-config.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export type CoreProcess = AsyncDisposable & {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly configDir: string;
  readonly logFile: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** Starts again on the same port and folder after `stop`. */
  start(): Promise<void>;
};

/** The core's Python, built by the script when it is not there yet (minutes). */
function corePython(): string {
  const output = execFileSync(join(root, 'scripts/ha-core.sh'), {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output.trim();
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const startTimeoutMs = 90_000;

async function waitForHttp(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`core ended with code ${child.exitCode}`);
    try {
      await fetch(`${url}/api/onboarding`);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Starts core and resolves when its HTTP port answers. */
export async function startCore(): Promise<CoreProcess> {
  const python = corePython();
  const configDir = mkdtempSync(join(tmpdir(), 'hearken-ha-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(configDir, 'core.log');
  // JSON is valid YAML.
  writeFileSync(join(configDir, 'configuration.yaml'), JSON.stringify(houseConfig(port), undefined, 1));
  const customComponents = join(root, 'custom_components');
  if (existsSync(customComponents)) execFileSync('cp', ['-r', customComponents, configDir]);

  let child: ChildProcess;
  const start = async (): Promise<void> => {
    const log = createWriteStream(logFile, { flags: 'a' });
    child = spawn(python, ['-m', 'homeassistant', '-c', configDir, '--skip-pip', '--log-no-color'], {
      env: { ...process.env, PATH: `${dirname(python)}:${process.env['PATH'] ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    await waitForHttp(url, child);
  };
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  await start();
  return {
    url,
    configDir,
    logFile,
    get pid() {
      return child.pid ?? 0;
    },
    start,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
      rmSync(configDir, { recursive: true, force: true });
    },
  };
}
