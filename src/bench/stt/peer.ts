/** wyoming-faster-whisper's streaming sherpa-onnx backend with our model, in a process of its own. */
import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InstalledModel } from '../../core/installed-model.ts';
import { type Peer, startPeer } from '../process/peer-process.ts';

export type SttPeerOptions = {
  readonly model: InstalledModel;
  readonly peersDir: string | undefined;
  readonly signal: AbortSignal;
};

/** Returns when the peer answers. @throws ConfigError `CONFIG_INVALID` without its environment. */
export function startSttPeer({ model, ...options }: SttPeerOptions): Promise<Peer> {
  return startPeer({
    ...options,
    name: 'faster-whisper',
    prepare: async ({ dir, uri }) => {
      // It looks for a directory of the model's name in its data directory, and in it for encoder*, decoder*, joiner*.
      await symlink(dirname(model.files['encoder'] ?? ''), join(dir, model.id));
      return [
        ...['-m', 'wyoming_faster_whisper', '--uri', uri, '--data-dir', dir, '--model', model.id],
        ...['--stt-library', 'sherpa', '--sherpa-streaming', '--language', 'en', '--local-files-only'],
      ];
    },
  });
}
