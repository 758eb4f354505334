/**
 * Silero VAD (v5 and v6) on onnxruntime, for the probabilities that sherpa-onnx's wrapper hides. The model sees
 * windows of 32 ms and can miss a short word that falls badly between two of them, so two of its states run half
 * a window apart, as one batch: a frame every 16 ms.
 */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { createChunker } from '../../audio/chunk.ts';
import { EngineError } from '../../core/errors.ts';
import type { InstalledModel } from '../../core/installed-model.ts';
import { checkedFile, corruptModel } from '../sherpa/check-files.ts';
import type { VadEngine, VadStream, VoiceFrame } from './engine.ts';
import { clearLevelDb } from './level.ts';

const windowSamples = 512;
const hopSamples = windowSamples / 2;
/** Samples before a window that the model wants to see again. */
const contextSamples = 64;
const rowSamples = contextSamples + windowSamples;
const phases = 2;
const stateShape = [2, phases, 128] as const;
const stateSize = 2 * phases * 128;

/** @throws EngineError `MODEL_CORRUPT` when the file is no such model. */
export async function createSileroVad(model: InstalledModel): Promise<VadEngine> {
  const path = await checkedFile(model, 'model');
  const session = await openSession(model, path);
  return {
    frameSamples: hopSamples,
    open: () => new SileroStream(session),
    [Symbol.asyncDispose]: () => session.release(),
  };
}

async function openSession(model: InstalledModel, path: string): Promise<InferenceSession> {
  try {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      // Its tensors are small and few: an arena would only keep memory.
      enableCpuMemArena: false,
      // Only errors, which come as exceptions too: the graph carries constants its author left unused.
      logSeverityLevel: 3,
    });
    // A graph with other inputs, or with flipped bytes, shows here and not in the first command.
    await new SileroStream(session).push(new Int16Array(windowSamples));
    return session;
  } catch (cause) {
    throw corruptModel(model, 'model', 'is no Silero VAD that can be loaded', cause);
  }
}

class SileroStream implements VadStream {
  readonly #session: InferenceSession;
  readonly #needsRate: boolean;
  readonly #chunker = createChunker(windowSamples);
  /** The newest samples, as the earlier phase's window begins half a window before the later one's. */
  readonly #recent = new Float32Array(contextSamples + hopSamples + windowSamples);
  #state = new Tensor('float32', new Float32Array(stateSize), stateShape);

  constructor(session: InferenceSession) {
    this.#session = session;
    this.#needsRate = session.inputNames.includes('sr');
  }

  async push(samples: Int16Array): Promise<readonly VoiceFrame[]> {
    const frames: VoiceFrame[] = [];
    for (const window of this.#chunker.push(samples)) frames.push(...(await this.#step(window)));
    return frames;
  }

  async #step(window: Int16Array): Promise<readonly VoiceFrame[]> {
    const recent = this.#recent;
    recent.copyWithin(0, windowSamples);
    const start = recent.length - windowSamples;
    for (let i = 0; i < windowSamples; i += 1) recent[start + i] = (window[i] ?? 0) / 32_768;
    const [earlier, later] = await this.#infer();
    const middle = start + hopSamples;
    return [
      { probability: earlier, levelDb: clearLevelDb(recent.subarray(start - 1, middle)) },
      { probability: later, levelDb: clearLevelDb(recent.subarray(middle - 1)) },
    ];
  }

  async #infer(): Promise<readonly [number, number]> {
    const rows = new Float32Array(phases * rowSamples);
    rows.set(this.#recent.subarray(0, rowSamples));
    rows.set(this.#recent.subarray(hopSamples), rowSamples);
    const { output, stateN } = await this.#session.run({
      input: new Tensor('float32', rows, [phases, rowSamples]),
      state: this.#state,
      ...(this.#needsRate && { sr: new Tensor('int64', BigInt64Array.of(16_000n), []) }),
    });
    const probabilities = floats(output, phases);
    this.#state = new Tensor('float32', floats(stateN, stateSize), stateShape);
    return [probabilities[0] ?? 0, probabilities[1] ?? 0];
  }
}

function floats(tensor: Tensor | undefined, length: number): Float32Array {
  const data = tensor?.data;
  if (!(data instanceof Float32Array) || data.length !== length)
    throw new EngineError('MODEL_CORRUPT', 'the voice activity model answers in another shape');
  return data;
}
