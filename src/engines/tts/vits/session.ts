/** The parts of a voice as onnxruntime runs them. */
import { InferenceSession } from 'onnxruntime-node';
import type { InstalledModel } from '../../../core/installed-model.ts';
import { EngineError } from '../../../core/errors.ts';
import { corruptModel } from '../../sherpa/check-files.ts';
import type { VoiceInputs } from './text-inputs.ts';

export type SessionOptions = {
  readonly threads: number;
  /** False for runs of very different size: what the largest one took would stay taken. */
  readonly keepsMemory: boolean;
};

/** @throws EngineError `MODEL_CORRUPT` when onnxruntime refuses the graph. */
export async function openPart(
  bytes: Uint8Array,
  model: InstalledModel,
  { threads, keepsMemory }: SessionOptions,
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      enableCpuMemArena: keepsMemory,
      // Patterns are kept for every length of a sentence that ever came.
      enableMemPattern: false,
      // None: what goes wrong comes as an exception too, and its text may hold values of the sentence.
      logSeverityLevel: 4,
      // Threads that wait for more by spinning take as much of the processor as the work does.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
  } catch (cause) {
    throw corruptModel(model, 'model', 'is no voice that can be loaded', cause);
  }
}

/** @throws EngineError `ENGINE_FAILED`. */
export async function run(
  session: InferenceSession,
  inputs: VoiceInputs,
  output: string,
): Promise<{ readonly data: Float32Array; readonly dims: readonly number[] }> {
  const results = await session.run(inputs).catch((cause: unknown) => {
    throw new EngineError('ENGINE_FAILED', 'the voice could not speak this text', { cause });
  });
  const { data, dims } = results[output] ?? {};
  if (!(data instanceof Float32Array) || !dims) throw misshapen();
  return { data, dims };
}

export function misshapen(): EngineError {
  return new EngineError('ENGINE_FAILED', 'the voice answers in another shape than its file says');
}
