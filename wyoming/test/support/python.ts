/**
 * The pinned Python reference. Outside CI its absence skips the cases by name; in CI it fails them.
 */
import { execFile, execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const scripts = fileURLToPath(new URL('../contract/python/', import.meta.url));

/** The python with the packages of `test/peers/wyoming.txt`, or why there is none. */
function findPython(): { readonly path: string } | { readonly problem: string } {
  try {
    const path = execFileSync('bash', ['scripts/peer.sh', 'wyoming'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { path: path.trim() };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

const python = findPython();

/** Like `describe`, for cases that need the Python reference. */
export function describeReference(title: string, cases: () => void | Promise<void>): void {
  if ('path' in python) describe(title, cases);
  else if (process.env['CI'])
    describe(title, () => {
      it('finds the Python reference', () => {
        throw new Error(`scripts/peer.sh wyoming: ${python.problem}`);
      });
    });
  else describe.skip(`${title} (no Python reference: ${python.problem})`, cases);
}

/** Runs a script of `contract/python` with JSON on stdin; its JSON output. */
export async function runPython(script: string, args: readonly string[], input: unknown): Promise<unknown> {
  const running = promisify(execFile)(pythonPath(), [`${scripts}${script}`, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  running.child.stdin?.end(JSON.stringify(input));
  const result: unknown = JSON.parse((await running).stdout);
  return result;
}

/** Starts a script of `contract/python`; stderr goes through, the caller ends it. */
export function startPython(
  script: string,
  args: readonly string[],
): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(pythonPath(), [`${scripts}${script}`, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

function pythonPath(): string {
  if ('path' in python) return python.path;
  throw new Error(`no Python reference: ${python.problem}`);
}
