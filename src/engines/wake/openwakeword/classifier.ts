/** One wake word's model: the newest embeddings → how much they sound like the word. */
import type { InferenceSession } from 'onnxruntime-node';
import type { InstalledModel } from '../../../core/installed-model.ts';
import { embeddingSize } from './embedding.ts';
import { corruptPart, floatTensor, inputShape, openSession, probe, readModelFile } from './session.ts';

/** Computes the score of one stream, 0 to 1. */
export type Scorer = () => Promise<number>;

export type Classifier = {
  /** How many embeddings it looks at. */
  readonly windowLength: number;
  /** Binds it to one stream's history, whose last `windowLength` embeddings it will read at every call. */
  open(history: Float32Array): Scorer;
  close(): Promise<void>;
};

/** Longest window a model may ask for, in embeddings: ten seconds, beyond any wake phrase. */
const maxWindowLength = 125;

export async function openClassifier(model: InstalledModel): Promise<Classifier> {
  const part = { model, role: 'model' };
  const session = await openSession(await readModelFile(part), part);
  const [batch = 0, windowLength = 0, size, ...more] = inputShape(session, part);
  if (
    batch > 1 ||
    windowLength < 1 ||
    windowLength > maxWindowLength ||
    size !== embeddingSize ||
    more.length > 0
  )
    throw corruptPart(part, `does not take windows of ${embeddingSize}-number embeddings`);
  const [output] = session.outputMetadata;
  if (session.outputNames.length !== 1 || !output?.isTensor || output.type !== 'float32')
    throw corruptPart(part, 'does not give one float tensor');
  await probe(part, async () => {
    const score = await openScorer(session, windowLength, new Float32Array(windowLength * embeddingSize))();
    if (score < 0 || score > 1) throw corruptPart(part, 'does not give one score of 0 to 1');
    return Float32Array.of(score);
  });
  return {
    windowLength,
    open: (history) => openScorer(session, windowLength, history),
    close: () => session.release(),
  };
}

function openScorer(session: InferenceSession, windowLength: number, history: Float32Array): Scorer {
  const window = history.subarray(-windowLength * embeddingSize);
  const score = new Float32Array(1);
  const feeds = { [session.inputNames[0] ?? '']: floatTensor([1, windowLength, embeddingSize], window) };
  const fetches = { [session.outputNames[0] ?? '']: floatTensor([1, 1], score) };
  return async () => {
    await session.run(feeds, fetches);
    return score[0] ?? Number.NaN;
  };
}
