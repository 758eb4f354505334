/** Plays a sound on this machine, where something can. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { abortable } from '../../core/abort.ts';

/** Programs that play a WAV file from their standard input, the usual one first. */
const players: readonly (readonly [command: string, ...args: string[]])[] = [
  ['aplay', '-q'],
  ['pw-cat', '--playback', '-'],
  ['paplay'],
  ['play', '-q', '-t', 'wav', '-'],
];

/** False when nothing on this machine plays it. */
export async function playWav(
  wav: Uint8Array,
  { signal }: { readonly signal: AbortSignal },
): Promise<boolean> {
  for (const [command, ...args] of players) {
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'], signal });
    const ended = once(child, 'exit').then(([code]) => code === 0);
    // A player that is missing, or that leaves before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(wav);
    try {
      if (await abortable(ended, signal)) return true;
    } catch {
      signal.throwIfAborted();
    }
  }
  return false;
}
