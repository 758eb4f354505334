/** Mel rows → one embedding of 96 numbers per 80 ms, as openWakeWord's second feature model makes them. */
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { InstalledModel } from '../../../core/installed-model.ts';
import { melBands, melRowsPerFrame } from './melspectrogram.ts';
import { corruptPart, floatTensor, inputShape, openSession, probe, readModelFile } from './session.ts';
import type { ModelPart } from './session.ts';
import { toStreamingGraph } from './streaming-graph.ts';
import type { StateTensor } from './streaming-graph.ts';

export const embeddingSize = 96;

/** Steps after which nothing of older rows is left in an embedding: 76 rows, eight at a time. */
export const embeddingMemorySteps = 10;

/** One stream's way through the model. */
export type EmbeddingStream = {
  /** Valid until the next `push`. */
  readonly embedding: Float32Array;
  /** Takes the next `melRowsPerFrame` rows. */
  push(rows: Float32Array): Promise<void>;
  /** A stream that has heard the same. */
  fork(): EmbeddingStream;
};

export type Embedding = {
  open(): EmbeddingStream;
  close(): Promise<void>;
  /** Whether only new rows are computed; false for a model of another form, which costs four times as much. */
  readonly isIncremental: boolean;
};

export async function openEmbedding(model: InstalledModel): Promise<Embedding> {
  const part = { model, role: 'embedding' };
  const bytes = await readModelFile(part);
  const whole = await openSession(bytes, part);
  const [, windowRows = 0, bands, depth] = inputShape(whole, part);
  if (windowRows < melRowsPerFrame || bands !== melBands || depth !== 1)
    throw corruptPart(part, 'does not take a window of mel rows');
  const opened = (): EmbeddingStream => openWindowed(whole, new Float32Array(windowRows * melBands));
  await probe(part, () => embedRamp(opened()));

  const incremental = await openRewritten(bytes, part, opened);
  if (!incremental) return { open: opened, close: () => whole.release(), isIncremental: false };
  await whole.release();
  return incremental;
}

/** The rewritten model; undefined when there is none that gives this model's own numbers. */
async function openRewritten(
  bytes: Uint8Array,
  part: ModelPart,
  openWhole: () => EmbeddingStream,
): Promise<Embedding | undefined> {
  const graph = toStreamingGraph(bytes);
  if (graph?.hopRows !== melRowsPerFrame) return undefined;
  // The runtime may refuse it where it accepts the original, of an old operator set, for example.
  const session = await openSession(graph.model, part).catch(() => undefined);
  if (!session) return undefined;
  const open = (): EmbeddingStream => openIncremental(session, graph.states);
  if (await isSame(openWhole(), open())) return { open, close: () => session.release(), isIncremental: true };
  await session.release();
  return undefined;
}

async function isSame(whole: EmbeddingStream, incremental: EmbeddingStream): Promise<boolean> {
  const [expected, actual] = [await embedRamp(whole), await embedRamp(incremental)];
  return expected.every((value, i) => Math.abs(value - (actual[i] ?? Number.NaN)) < 1e-3);
}

/** The embedding after rows that all differ, of the size real ones have. */
async function embedRamp(stream: EmbeddingStream): Promise<Float32Array> {
  for (let step = 0; step < embeddingMemorySteps; step += 1) {
    const rows = new Float32Array(melRowsPerFrame * melBands);
    await stream.push(rows.map((_, i) => Math.sin(step * rows.length + i) * 4));
  }
  return stream.embedding;
}

function openWindowed(session: InferenceSession, window: Float32Array): EmbeddingStream {
  const embedding = new Float32Array(embeddingSize);
  const shape = [1, window.length / melBands, melBands, 1];
  const feeds = { [session.inputNames[0] ?? '']: floatTensor(shape, window) };
  const fetches = { [session.outputNames[0] ?? '']: floatTensor([1, 1, 1, embeddingSize], embedding) };
  return {
    embedding,
    async push(rows) {
      window.copyWithin(0, rows.length);
      window.set(rows, window.length - rows.length);
      await session.run(feeds, fetches);
    },
    fork: () => openWindowed(session, window.slice()),
  };
}

type Buffer = { readonly data: Float32Array; readonly tensor: Tensor };

function buffersOf(states: readonly StateTensor[], like?: readonly Buffer[]): readonly Buffer[] {
  return states.map(({ shape }, i) => {
    const data =
      like?.[i]?.data.slice() ?? new Float32Array(shape.reduce((size, length) => size * length, 1));
    return { data, tensor: floatTensor(shape, data) };
  });
}

function openIncremental(
  session: InferenceSession,
  states: readonly StateTensor[],
  heard?: readonly Buffer[],
): EmbeddingStream {
  const embedding = new Float32Array(embeddingSize);
  const newest = new Float32Array(melRowsPerFrame * melBands);
  // What one run writes the next one reads: two sets of buffers change places.
  let past = buffersOf(states, heard);
  let next = buffersOf(states);
  const feeds: Record<string, Tensor> = {
    [session.inputNames[0] ?? '']: floatTensor([1, melRowsPerFrame, melBands, 1], newest),
  };
  const fetches: Record<string, Tensor> = {
    [session.outputNames[0] ?? '']: floatTensor([1, 1, 1, embeddingSize], embedding),
  };
  return {
    embedding,
    async push(rows) {
      newest.set(rows);
      states.forEach((state, i) => {
        const [read, write] = [past[i], next[i]];
        if (read) feeds[state.input] = read.tensor;
        if (write) fetches[state.output] = write.tensor;
      });
      await session.run(feeds, fetches);
      [past, next] = [next, past];
    },
    fork: () => openIncremental(session, states, past),
  };
}
