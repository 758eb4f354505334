/** openWakeWord models on onnxruntime: features once per stream, shared by all its words. */
import { settleSeries } from '../../../core/lifecycle.ts';
import type { InstalledModel } from '../../../core/installed-model.ts';
import type { TunedWord, WakeBackend } from '../backend.ts';
import { openClassifier } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import { openEmbedding } from './embedding.ts';
import { memoryFrames, openQuietRoom } from './features.ts';
import { createGate } from '../gate.ts';
import { openMelspectrogram } from './melspectrogram.ts';
import { openWakeWordStream } from './stream.ts';

export type OpenWakeWordSpec = {
  /** Files `melspectrogram` and `embedding`. */
  readonly features: InstalledModel;
  readonly words: readonly { readonly word: TunedWord; readonly model: InstalledModel }[];
  /** Whether frames without speech are skipped. */
  readonly gate: boolean;
};

/** @throws EngineError `MODEL_CORRUPT` or `MODEL_NOT_INSTALLED` naming the model. */
export async function createOpenWakeWordBackend(spec: OpenWakeWordSpec): Promise<WakeBackend> {
  const opened: { close(): Promise<void> }[] = [];
  const keep = <T extends { close(): Promise<void> }>(part: T): T => {
    opened.push(part);
    return part;
  };
  const close = () => settleSeries(opened.map((part) => ({ name: 'model', run: () => part.close() })));
  try {
    const melspectrogram = keep(await openMelspectrogram(spec.features));
    const embedding = keep(await openEmbedding(spec.features));
    const classifiers = new Map<string, Classifier>();
    for (const { word, model } of spec.words) classifiers.set(word.name, keep(await openClassifier(model)));
    const windowLength = Math.max(1, ...[...classifiers.values()].map((part) => part.windowLength));
    const room = await openQuietRoom(melspectrogram, embedding, windowLength);
    return {
      words: spec.words.map(({ word }) => word),
      open(names) {
        const features = room.fork(melspectrogram.open());
        const scorers = [...classifiers]
          .filter(([name]) => names.has(name))
          .map(([name, classifier]) => ({ name, score: classifier.open(features.history) }));
        const catchUpFrames = memoryFrames(windowLength);
        return openWakeWordStream({
          features,
          scorers,
          catchUpFrames,
          ...(spec.gate ? { gate: createGate() } : {}),
        });
      },
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}
