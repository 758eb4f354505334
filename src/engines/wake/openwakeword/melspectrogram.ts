/** 80 ms of sound → eight rows of 32 mel bands, as openWakeWord's feature model makes them. */
import type { InferenceSession } from 'onnxruntime-node';
import type { InstalledModel } from '../../../core/installed-model.ts';
import { frameSamples } from '../backend.ts';
import { corruptPart, floatTensor, inputShape, openSession, probe, readModelFile } from './session.ts';

export const melBands = 32;
export const melRowsPerFrame = 8;

/** Samples before the frame that its first windows reach into: three hops of 10 ms. */
const contextSamples = 480;

/** One stream's way through the model. */
export type MelStream = {
  /** Valid until the next `push`: `melRowsPerFrame` × `melBands`. */
  readonly rows: Float32Array;
  push(frame: Int16Array): Promise<void>;
  /** Sets the samples before the next frame. */
  seek(previousFrame: Int16Array): void;
};

export type Melspectrogram = { open(): MelStream; close(): Promise<void> };

export async function openMelspectrogram(model: InstalledModel): Promise<Melspectrogram> {
  const part = { model, role: 'melspectrogram' };
  const session = await openSession(await readModelFile(part), part);
  if (inputShape(session, part).length !== 2) throw corruptPart(part, 'does not take a row of samples');
  await probe(part, async () => {
    const mel = openStream(session);
    await mel.push(new Int16Array(frameSamples));
    return mel.rows;
  });
  return { open: () => openStream(session), close: () => session.release() };
}

function openStream(session: InferenceSession): MelStream {
  const samples = new Float32Array(contextSamples + frameSamples);
  const rows = new Float32Array(melRowsPerFrame * melBands);
  const feeds = { [session.inputNames[0] ?? '']: floatTensor([1, samples.length], samples) };
  const fetches = {
    [session.outputNames[0] ?? '']: floatTensor([1, 1, melRowsPerFrame, melBands], rows),
  };
  return {
    rows,
    async push(frame) {
      samples.copyWithin(0, frameSamples);
      samples.set(frame, contextSamples);
      await session.run(feeds, fetches);
      // The scale the embedding was trained on.
      for (let i = 0; i < rows.length; i += 1) rows[i] = (rows[i] ?? 0) / 10 + 2;
    },
    seek: (previousFrame) => samples.set(previousFrame.subarray(-contextSamples), frameSamples),
  };
}
