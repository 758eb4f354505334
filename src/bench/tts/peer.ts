/** wyoming-piper with one of our voices, in a process of its own. */
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledModel } from '../../core/installed-model.ts';
import { readOnnxMetadata } from '../../engines/sherpa/onnx-metadata.ts';
import { type Peer, startPeer } from '../process/peer-process.ts';

export type PiperOptions = {
  readonly voice: InstalledModel;
  readonly peersDir: string | undefined;
  readonly signal: AbortSignal;
};

/** Returns when the peer answers. @throws ConfigError `CONFIG_INVALID` without its environment. */
export function startPiper({ voice, ...options }: PiperOptions): Promise<Peer> {
  return startPeer({
    ...options,
    name: 'piper',
    prepare: async ({ dir, uri }) => {
      await writeVoice(dir, voice);
      return ['-m', 'wyoming_piper', '--voice', voice.id, '--data-dir', dir, '--uri', uri];
    },
  });
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
