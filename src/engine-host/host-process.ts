/** One run of the engine host process. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../core/log.ts';
import type { HostInbox, HostOutbox } from './messages.ts';

export type HostExit = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what native code wrote to the standard streams: often the only reason there is. */
  readonly lastWords: string;
};

/** A native abort says its reason in a few lines. */
const lastWordsChars = 2_000;

/**
 * All the host gets of an environment: native code needs nothing of ours, and secrets stay out of its process.
 * glibc keeps an arena per thread, and what models free in them: with two arenas that give pages back the host is
 * 50 MB smaller after a hundred turns, at the same CPU time. Tensors of 64 KiB and more get pages of their own: between
 * the small ones of another model they would leave holes.
 */
const hostEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '65536',
  // The runtime of the models reports its use to its maker without it.
  ORT_DISABLE_TELEMETRY: '1',
};

export type HostProcessOptions = {
  readonly entry: URL;
  /** Where engines put short-lived files. */
  readonly tempDir: string;
  readonly log: Logger;
  readonly onMessage: (message: HostOutbox) => void;
};

export class HostProcess {
  /** Settles, and never rejects, when the process is gone. */
  readonly exited: Promise<HostExit>;
  readonly #child: ChildProcess;
  readonly #log: Logger;

  constructor({ entry, tempDir, log, onMessage }: HostProcessOptions) {
    this.#log = log;
    // Advanced serialisation carries typed arrays; the standard output may be a Wyoming stream of the program, so
    // the host gets none of our streams.
    this.#child = fork(fileURLToPath(entry), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its main thread only hands messages on; all its threads free audio themselves (`buffer-garbage.ts`).
      execArgv: ['--max-semi-space-size=2', '--expose-gc'],
      env: { ...hostEnvironment, TMPDIR: tempDir },
    });
    this.#child.on('message', (message: HostOutbox) => onMessage(message));
    this.exited = this.#watch();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Hands the message on; to a process that is gone it is dropped, `exited` tells the rest. */
  send(message: HostInbox): void {
    if (!this.#child.connected) return;
    this.#child.send(message, (error) => {
      if (error) this.#log.debug('message to the engine host was lost', { error: error.message });
    });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #watch(): Promise<HostExit> {
    let lastWords = '';
    const listen = (text: Buffer): void => {
      const words = text.toString('utf8');
      // Native libraries print what they work on, which may be what a person said.
      this.#log.debug('engine host wrote', { pii: { text: words.trimEnd() } });
      lastWords = (lastWords + words).slice(-lastWordsChars);
    };
    this.#child.stdout?.on('data', listen);
    this.#child.stderr?.on('data', listen);
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      // `close` comes after the streams ended, with the last words read; a process that could not start has none.
      this.#child.once('close', (...exit) => resolve(exit));
      this.#child.once('error', (error) => {
        lastWords = error.message;
        resolve([null, null]);
      });
    });
    return { code, signal, lastWords: lastWords.trim() };
  }
}
