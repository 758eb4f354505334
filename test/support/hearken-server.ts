/** The built program serving on a free port, as a person would run it. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { modelsDir } from './real-models.ts';
import { emptyDirectory, startCli } from './hearken-cli.ts';

const logLine = z.looseObject({ msg: z.string(), uri: z.string().optional() });

export type HearkenServer = AsyncDisposable & {
  readonly uri: string;
  readonly port: number;
  readonly pid: number;
  /** Every log line so far. */
  readonly log: readonly string[];
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
};

export type ServerOptions = {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly runner?: readonly string[];
  readonly packageDir?: string;
};

/** Starts `hearken serve`; resolves when it listens. Disposing it sends SIGTERM and waits. */
export async function startHearken({ args = [], ...options }: ServerOptions = {}): Promise<HearkenServer> {
  const child = startCli(
    [
      'serve',
      '--port',
      '0',
      '--api-port',
      '0',
      '--data',
      emptyDirectory(),
      '--models',
      modelsDir,
      '--home-demo-loss',
      '0',
      '--policy-actions-per-minute',
      '100000',
      '--log-format',
      'json',
      ...args,
    ],
    options,
  );
  const log: string[] = [];
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const uri = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.push(line);
      if (!line.startsWith('{')) return;
      const parsed = logLine.safeParse(JSON.parse(line));
      if (parsed.success && parsed.data.msg === 'listening' && parsed.data.uri) resolve(parsed.data.uri);
    });
    void exited.then((code) => reject(new Error(`hearken ended with ${code}:\n${log.join('\n')}`)));
  });
  return {
    uri,
    port: Number(new URL(uri).port),
    pid: child.pid ?? 0,
    log,
    exited,
    kill: (signal) => void child.kill(signal),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
