/** wyoming-faster-whisper's streaming sherpa-onnx backend with our model, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeServer } from '../client/voice-client.ts';
import { sleep, startDeadline } from '../core/abort.ts';
import { ConfigError, EngineError } from '../core/errors.ts';
import type { InstalledModel } from '../core/model.ts';

export type Peer = AsyncDisposable & { readonly uri: string };

export type SttPeerOptions = {
  readonly model: InstalledModel;
  /** Holds `faster-whisper/bin/python`. */
  readonly peersDir: string | undefined;
  readonly signal: AbortSignal;
};

/** Its imports take many seconds on a busy machine. */
const startTimeoutMs = 120_000;

/** Returns when the peer answers. @throws ConfigError `CONFIG_INVALID` without its environment. */
export async function startSttPeer({ model, peersDir, signal }: SttPeerOptions): Promise<Peer> {
  if (peersDir === undefined)
    throw new ConfigError(
      'CONFIG_INVALID',
      'this bench needs the peer faster-whisper: scripts/peer.sh faster-whisper',
    );
  const dir = await mkdtemp(join(tmpdir(), 'hearken-stt-peer-'));
  // It looks for a directory of the model's name in its data directory, and in it for encoder*, decoder*, joiner*.
  await symlink(dirname(model.files['encoder'] ?? ''), join(dir, model.id));
  const uri = `unix://${join(dir, 'socket')}`;
  const args = ['-m', 'wyoming_faster_whisper', '--uri', uri, '--data-dir', dir, '--model', model.id];
  args.push('--stt-library', 'sherpa', '--sherpa-streaming', '--language', 'en', '--local-files-only');
  const child = spawn(join(peersDir, 'faster-whisper/bin/python'), args, { stdio: 'ignore' });
  const gone = once(child, 'exit');
  const peer: Peer = {
    uri,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.kill()) await gone;
      await rm(dir, { recursive: true, force: true });
    },
  };
  try {
    await Promise.race([
      answers(uri, signal),
      gone.then(() => {
        throw new EngineError('ENGINE_FAILED', 'wyoming-faster-whisper ended before it answered');
      }),
    ]);
    return peer;
  } catch (cause) {
    await peer[Symbol.asyncDispose]();
    throw cause;
  }
}

async function answers(uri: string, signal: AbortSignal): Promise<void> {
  using inTime = startDeadline(startTimeoutMs, signal);
  for (;;) {
    const info = await describeServer(uri, { signal: inTime.signal }).catch(() => undefined);
    if (info !== undefined) return;
    await sleep(200, inTime.signal);
  }
}
