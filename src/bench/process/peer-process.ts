/** A Wyoming server written by others, in a process of its own, to be measured beside ours. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeServer } from '../../client/voice-client.ts';
import { sleep, startDeadline } from '../../core/abort.ts';
import { ConfigError, EngineError } from '../../core/errors.ts';

export type Peer = AsyncDisposable & { readonly uri: string };

export type PeerOptions = {
  /** Name of its environment: `<peersDir>/<name>/bin/python`, made by `scripts/peer.sh <name>`. */
  readonly name: string;
  readonly peersDir: string | undefined;
  /** Puts what it reads into the directory and says how it is started; it has to listen on the URI. */
  readonly prepare: (place: { readonly dir: string; readonly uri: string }) => Promise<readonly string[]>;
  readonly signal: AbortSignal;
};

/** Its imports take many seconds on a busy machine. */
const startTimeoutMs = 120_000;

/** Returns when the peer answers. @throws ConfigError `CONFIG_INVALID` without its environment. */
export async function startPeer({ name, peersDir, prepare, signal }: PeerOptions): Promise<Peer> {
  if (peersDir === undefined)
    throw new ConfigError('CONFIG_INVALID', `this bench needs the peer ${name}: scripts/peer.sh ${name}`);
  const dir = await mkdtemp(join(tmpdir(), `hearken-${name}-`));
  const uri = `unix://${join(dir, 'socket')}`;
  const args = await prepare({ dir, uri });
  const child = spawn(join(peersDir, name, 'bin/python'), args, { stdio: 'ignore' });
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
        throw new EngineError('ENGINE_FAILED', `the peer ${name} ended before it answered`);
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
