/** A voice that is heard while it is made, piece by piece, and can be held in any of them: a fake of our own port. */
import { EventEmitter, once } from 'node:events';
import type { SpokenPiece, TtsModel } from '../../../src/engines/tts/tts-model.ts';
import { fakeTtsModel } from './fake-tts-model.ts';

export type PiecewiseVoice = {
  readonly model: TtsModel;
  /** `load`, `<text> <piece>` as each is begun, `<text> over`, `close`. */
  readonly log: readonly string[];
  readonly hold: (piece: string) => void;
  readonly letGo: (piece: string) => void;
};

/** Every sentence has so many pieces of so many samples. */
export function pieceByPiece(id: string, { pieces = 4, samples = 1 } = {}): PiecewiseVoice {
  const log: string[] = [];
  const doors = new EventEmitter();
  const held = new Set<string>();
  const load: TtsModel['load'] = async () => {
    log.push('load');
    return {
      async *synthesise(text): AsyncGenerator<SpokenPiece, void> {
        try {
          for (let part = 1; part <= pieces; part += 1) {
            const name = `${text} ${part}`;
            log.push(name);
            if (held.has(name)) await once(doors, name);
            yield { samples: new Float32Array(samples).fill(0.5), isLast: part === pieces };
          }
        } finally {
          log.push(`${text} over`);
        }
      },
      close: async () => void log.push('close'),
    };
  };
  return {
    model: { ...fakeTtsModel(id), load },
    log,
    hold: (piece) => void held.add(piece),
    letGo: (piece) => void doors.emit(piece),
  };
}
