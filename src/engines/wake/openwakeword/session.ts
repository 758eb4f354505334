/** ONNX models as this backend runs them: one thread, checked shapes, errors that name the model. */
import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { EngineError, isVoiceError } from '../../../core/errors.ts';
import type { InstalledModel } from '../../../core/installed-model.ts';

/** Which file of which model: for errors. */
export type ModelPart = { readonly model: InstalledModel; readonly role: string };

/** @throws EngineError `MODEL_NOT_INSTALLED` when there is no such file. */
export async function readModelFile({ model, role }: ModelPart): Promise<Uint8Array> {
  const path = model.files[role];
  try {
    return await readFile(path ?? '');
  } catch (cause) {
    const message = `model ${model.id}: file ${role} can not be read`;
    throw new EngineError('MODEL_NOT_INSTALLED', message, { cause, details: { model: model.id, path } });
  }
}

export function corruptPart({ model, role }: ModelPart, what: string, cause?: unknown): EngineError {
  return new EngineError('MODEL_CORRUPT', `model ${model.id}: file ${role} ${what}`, {
    ...(cause === undefined ? {} : { cause }),
    details: { model: model.id, role, path: model.files[role] },
  });
}

/**
 * A session on one thread: many streams share the thread, and a model this small loses by being split.
 * @throws EngineError `MODEL_CORRUPT`
 */
export async function openSession(bytes: Uint8Array, part: ModelPart): Promise<InferenceSession> {
  if (bytes.length === 0) throw corruptPart(part, 'is empty');
  try {
    return await InferenceSession.create(bytes, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      // Only errors, which come as exceptions too: the models' authors left unused constants in them.
      logSeverityLevel: 3,
    });
  } catch (cause) {
    throw corruptPart(part, 'is no model that can be loaded', cause);
  }
}

/** The shape of the only input; symbolic sizes are 0. */
export function inputShape(session: InferenceSession, part: ModelPart): readonly number[] {
  const [input] = session.inputMetadata;
  if (!input?.isTensor || input.type !== 'float32' || session.inputNames.length !== 1)
    throw corruptPart(part, 'does not take one float tensor');
  return input.shape.map((size) => (typeof size === 'number' ? size : 0));
}

export function floatTensor(shape: readonly number[], data?: Float32Array): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return new Tensor('float32', data ?? new Float32Array(size), shape);
}

/** Runs once over made-up input, so that a model with a body that does not fit its declared shapes shows now. */
export async function probe(part: ModelPart, run: () => Promise<Float32Array>): Promise<Float32Array> {
  try {
    const values = await run();
    if (!values.every(Number.isFinite)) throw corruptPart(part, 'gives numbers that are none');
    return values;
  } catch (cause) {
    throw isVoiceError(cause) ? cause : corruptPart(part, 'does not run', cause);
  }
}
