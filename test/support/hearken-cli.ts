/** Runs the built program as a person would. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type CliResult = { readonly code: number | null; readonly stdout: Buffer; readonly stderr: string };

export type CliOptions = {
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Working directory: by default an empty one, so that no hearken.yaml of somebody's is read. */
  readonly cwd?: string;
  /** What runs the program, such as `ip netns exec name`. */
  readonly runner?: readonly string[];
  /** Root of another version of the package. */
  readonly packageDir?: string;
};

export const emptyDirectory = (): string => mkdtempSync(join(tmpdir(), 'hearken-cli-'));

/** Starts the program; its environment holds nothing of ours but what is given. */
export function startCli(args: readonly string[], options: CliOptions = {}) {
  const { HOME, PATH } = process.env;
  const cwd = options.cwd ?? emptyDirectory();
  const entry = join(options.packageDir ?? root, 'dist/main.js');
  const [command = process.execPath, ...rest] = [...(options.runner ?? []), process.execPath, entry, ...args];
  return spawn(command, rest, { cwd, env: { HOME, PATH, ...options.env } });
}

/** Runs it to its end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = startCli(args, options);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.end(options.input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
}
