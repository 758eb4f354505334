/** The program in its container image, started by `scripts/run-image.sh` and driven over its port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { describeServer } from '../../client/voice-client.ts';
import { abortable, sleep } from '../../core/abort.ts';
import { systemClock } from '../../core/clock.ts';
import { ConfigError, EngineError } from '../../core/errors.ts';
import { indexFileName } from '../../model-store/index-schema.ts';
import { modelDirectories, packageDirectory } from '../../model-store/model-directories.ts';

export type RunningImage = AsyncDisposable & {
  readonly uri: string;
  readonly apiUrl: string;
  /** From the start of the container to the answered `describe`, and to every service ready. */
  readonly startedMs: { readonly described: number; readonly warm: number };
  /** Sends SIGTERM, as an engine does; gives the exit code and everything it wrote. */
  stop(): Promise<{ readonly code: number | null; readonly lines: readonly string[] }>;
};

export type ImageOptions = {
  /** Options of `scripts/run-image.sh`. */
  readonly runner?: readonly string[];
  /** Arguments of `hearken serve`. */
  readonly args?: readonly string[];
  readonly signal: AbortSignal;
};

const logLine = z.looseObject({ msg: z.string(), uri: z.string().optional(), url: z.string().optional() });

/** How often a starting program is asked whether it is ready. */
const pollMs = 10;

export const runImageScript = join(packageDirectory, 'scripts/run-image.sh');

/** Starts it on free ports; resolves when every service is ready. */
export async function startImage({ runner = [], args = [], signal }: ImageOptions): Promise<RunningImage> {
  const startMs = systemClock.monotonicMs();
  const serve = ['serve', '--port', '0', '--api-port', '0', '--log-format', 'json', '--home-demo-loss', '0'];
  // A bench asks for more in a minute than a household may.
  serve.push('--policy-actions-per-minute', '100000');
  const child = spawn(runImageScript, [...runner, '--', ...serve, ...args], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  const told = new Map<string, string>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    const parsed = line.startsWith('{') ? logLine.safeParse(JSON.parse(line)) : undefined;
    const address = parsed?.data?.uri ?? parsed?.data?.url;
    if (parsed?.data && address !== undefined) told.set(parsed.data.msg, address);
  });
  const heard = async (message: string): Promise<string> => {
    for (;;) {
      const address = told.get(message);
      if (address !== undefined) return address;
      if (child.exitCode !== null)
        throw new EngineError('ENGINE_FAILED', `the container ended:\n${lines.join('\n')}`);
      await sleep(pollMs, signal);
    }
  };
  const reached = (address: string): string => address.replace('0.0.0.0', '127.0.0.1');
  const uri = reached(await heard('listening'));
  await describeServer(uri, { signal });
  const described = systemClock.monotonicMs() - startMs;
  const apiUrl = reached(await heard('http interface'));
  await untilServed(apiUrl, signal);
  const warm = systemClock.monotonicMs() - startMs;
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await abortable(exited, signal);
    return { code: child.exitCode, lines };
  };
  return {
    uri,
    apiUrl,
    startedMs: { described, warm },
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}

const healthReport = z.looseObject({
  services: z.record(z.string(), z.looseObject({ state: z.string(), reason: z.string().optional() })),
});

/** @throws EngineError when a service does not work. */
async function untilServed(apiUrl: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const response = await fetch(`${apiUrl}/health`, { signal });
    const { services } = healthReport.parse(await response.json());
    const failed = Object.entries(services).filter(([, { state }]) => state === 'failed');
    if (failed.length > 0)
      throw new EngineError(
        'ENGINE_FAILED',
        `in the container: ${JSON.stringify(Object.fromEntries(failed))}`,
      );
    if (response.ok) return;
    await sleep(pollMs, signal);
  }
}

/**
 * A copy of the first models directory that is described, with its description inside: for the shared directory that
 * lies in the checkout, which the image does not hold.
 */
export async function modelVolume(
  configured: readonly string[],
): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'hearken-models-'));
  for (const { path: dir, indexPath } of modelDirectories({ configured, cacheDir: path })) {
    const index = [join(dir, indexFileName), indexPath].find(
      (file) => file !== undefined && existsSync(file),
    );
    if (index === undefined) continue;
    await cp(dir, path, { recursive: true });
    await cp(index, join(path, indexFileName));
    // Read by the user of the image.
    await chmod(path, 0o755);
    return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
  }
  await rm(path, { recursive: true, force: true });
  throw new ConfigError('CONFIG_INVALID', 'no models directory with a description; the image brings none');
}
