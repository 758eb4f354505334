/** The program as a person would run it, in a process and a data directory of its own, to be driven from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { abortable, sleep } from '../../core/abort.ts';
import { EngineError } from '../../core/errors.ts';
import { packageDirectory } from '../../model-store/model-directories.ts';

export type Program = AsyncDisposable & {
  /** Of its Wyoming server. */
  readonly uri: string;
  readonly port: number;
  /** Its HTTP interface. */
  readonly api: { readonly host: string; readonly port: number; readonly token: string };
  readonly pid: number;
  /** What it keeps lies here; to be given to its next start. */
  readonly dir: string;
  /** Its newest log lines. */
  readonly log: readonly string[];
  /** Resolves when it has ended. */
  readonly exited: Promise<void>;
  kill(signal: NodeJS.Signals): void;
};

export type ProgramOptions = {
  /** As in hearken.yaml, without `data`. Ports and the log's format are set here where they are not given. */
  readonly settings: Settings;
  /** Kept afterwards, for a second start; absent: a temporary one. */
  readonly dir?: string;
  /** Root of the package that runs; absent: this one. */
  readonly packageDir?: string;
  readonly signal: AbortSignal;
};

type Settings = { readonly [name: string]: Settings | string | number | boolean | readonly unknown[] };

const logLine = z.looseObject({ msg: z.string(), uri: z.string().optional(), url: z.string().optional() });

/** Enough to explain a failure; a run may take hours. */
const keptLines = 2_000;

/**
 * Nothing of the person's own settings may reach it, least of all the address of their home. Its data lie in $0, and
 * the cache where it always is, so that models are fetched once.
 */
const isolated = `
unset HEARKEN_NONE $(env | sed -n 's/^\\(HEARKEN_[A-Z0-9_]*\\)=.*/\\1/p')
XDG_DATA_HOME=$0 exec "$@"`;

/** Starts `hearken serve`; resolves when it listens. Disposing it sends SIGTERM and waits. */
export async function startProgram({
  settings,
  dir,
  packageDir = packageDirectory,
  signal,
}: ProgramOptions): Promise<Program> {
  const own = dir ?? (await mkdtemp(join(tmpdir(), 'hearken-')));
  const file = join(own, 'hearken.yaml');
  // A file and no flags: a token among the flags could be read by everyone on the machine. JSON is valid YAML.
  await writeFile(file, JSON.stringify(withDefaults(settings)), { mode: 0o600 });
  const command = [process.execPath, join(packageDir, 'dist/main.js'), 'serve', '--config', file];
  const child = spawn('sh', ['-c', isolated, own, ...command], {
    cwd: own,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit').then(() => undefined);
  const kill = (name: NodeJS.Signals): void => void child.kill(name);
  const dispose = async (): Promise<void> => {
    kill('SIGTERM');
    await exited;
    if (dir === undefined) await rm(own, { recursive: true, force: true });
  };
  const log: string[] = [];
  try {
    const { uri, url } = await abortable(addresses(child, log), signal);
    const { hostname, port } = new URL(url);
    const token = await readFile(join(own, 'hearken/token'), 'utf8');
    return {
      uri,
      port: Number(new URL(uri).port),
      api: { host: hostname, port: Number(port), token: token.trim() },
      pid: child.pid ?? 0,
      dir: own,
      log,
      exited,
      kill,
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function withDefaults(settings: Settings): Settings {
  return {
    ...settings,
    wyoming: { port: 0, ...section(settings, 'wyoming') },
    api: { port: 0, ...section(settings, 'api') },
    log: { format: 'json', ...section(settings, 'log') },
    // A test or a bench asks for more in a minute than a household may.
    policy: { actions_per_minute: 100_000, ...section(settings, 'policy') },
  };
}

function section(settings: Settings, name: string): Settings {
  const value = settings[name];
  return typeof value === 'object' && !isList(value) ? value : {};
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Reads the log for as long as the program runs; resolves with where it listens. */
async function addresses(child: ChildProcess, log: string[]): Promise<{ uri: string; url: string }> {
  return await new Promise((resolve, reject) => {
    const found: { uri?: string; url?: string } = {};
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.push(line);
      if (log.length > keptLines) log.shift();
      if (!line.startsWith('{')) return;
      const { data } = logLine.safeParse(JSON.parse(line));
      if (data?.msg === 'listening' && data.uri !== undefined) found.uri = data.uri;
      if (data?.msg === 'http interface' && data.url !== undefined) found.url = data.url;
      const { uri, url } = found;
      if (uri !== undefined && url !== undefined) resolve({ uri, url });
    });
    child.once('exit', (code) =>
      reject(new EngineError('ENGINE_FAILED', `hearken ended with code ${code}:\n${log.join('\n')}`)),
    );
  });
}

const health = z.looseObject({ services: z.record(z.string(), z.looseObject({ state: z.string() })) });

/** Resolves when no service is still on its way; what failed is left to the caller. */
export async function untilServed(
  { api }: Program,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (text: string) => void },
): Promise<void> {
  for (;;) {
    const response = await fetch(`http://${api.host}:${api.port}/health`, { signal });
    const { services } = health.parse(await response.json());
    const waiting = Object.entries(services).filter(([, { state }]) => state === 'loading');
    if (waiting.length === 0) return;
    progress(`Hearken loads ${waiting.map(([name]) => name).join(', ')}`);
    await sleep(200, signal);
  }
}
