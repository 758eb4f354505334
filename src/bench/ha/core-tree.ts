/** The Python of a real Home Assistant core, built by `scripts/ha-core.sh` when it is not there yet. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { abortable } from '../../core/abort.ts';
import { ConfigError } from '../../core/errors.ts';
import { packageDirectory } from '../../model-store/model-directories.ts';

export type CoreTreeOptions = {
  readonly signal: AbortSignal;
  /** Told each step while the tree is built, which takes minutes. */
  readonly progress: (text: string) => void;
};

/** A failed build is explained by its last lines. */
const tailLines = 20;

/**
 * Path of a wrapper that runs the core's Python, with the core's ffmpeg on its PATH.
 * @throws ConfigError `CONFIG_INVALID` with the script's last lines when it can not be built here.
 */
export async function corePython({ signal, progress }: CoreTreeOptions): Promise<string> {
  const child = spawn(join(packageDirectory, 'scripts/ha-core.sh'), {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const tail: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('== '))
      progress(`building Home Assistant, some minutes, only once: ${line.slice(3)}`);
    tail.push(line);
    if (tail.length > tailLines) tail.shift();
  });
  const [path] = await abortable(Promise.all([text(child.stdout), once(child, 'close')]), signal);
  if (child.exitCode === 0) return path.trim();
  throw new ConfigError('CONFIG_INVALID', `Home Assistant's core can not be built here:\n${tail.join('\n')}`);
}
