/** wyoming-piper with one of our voices, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeServer } from '../client/voice-client.ts';
import { sleep, startDeadline } from '../core/abort.ts';
import { ConfigError, EngineError } from '../core/errors.ts';
import type { InstalledModel } from '../core/model.ts';
import { readOnnxMetadata } from '../engines/sherpa/onnx-metadata.ts';

export type Peer = AsyncDisposable & { readonly uri: string };

export type PiperOptions = {
  readonly voice: InstalledModel;
  /** Holds `piper/bin/python`. */
  readonly peersDir: string | undefined;
  readonly signal: AbortSignal;
};

/** Python needs some seconds for its imports on a busy machine. */
const startTimeoutMs = 30_000;

/** Returns when the peer answers. @throws ConfigError `CONFIG_INVALID` without its environment. */
export async function startPiper({ voice, peersDir, signal }: PiperOptions): Promise<Peer> {
  if (peersDir === undefined)
    throw new ConfigError('CONFIG_INVALID', 'this bench needs the peer piper: scripts/peer.sh piper');
  const dir = await mkdtemp(join(tmpdir(), 'hearken-piper-'));
  await writeVoice(dir, voice);
  const uri = `unix://${join(dir, 'socket')}`;
  const args = ['-m', 'wyoming_piper', '--voice', voice.id, '--data-dir', dir, '--uri', uri];
  const child = spawn(join(peersDir, 'piper/bin/python'), args, { stdio: 'ignore' });
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
        throw new EngineError('ENGINE_FAILED', 'wyoming-piper ended before it answered');
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
    await sleep(100, inTime.signal);
  }
}

/** Piper finds a voice of its own as `<name>.onnx` with its settings in `<name>.onnx.json` beside it. */
async function writeVoice(dir: string, voice: InstalledModel): Promise<void> {
  const { model = '', tokens = '' } = voice.files;
  const metadata = await readOnnxMetadata(model);
  const ids = (await readFile(tokens, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line): [string, number[]] => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), [Number(line.slice(end + 1))]];
    });
  const settings = {
    audio: { sample_rate: Number(metadata.get('sample_rate')) },
    espeak: { voice: metadata.get('voice') },
    num_symbols: ids.length,
    num_speakers: Number(metadata.get('n_speakers')),
    phoneme_id_map: Object.fromEntries(ids),
  };
  await symlink(model, join(dir, `${voice.id}.onnx`));
  await writeFile(join(dir, `${voice.id}.onnx.json`), JSON.stringify(settings));
}
