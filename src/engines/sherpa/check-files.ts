/**
 * Checks made before a native constructor sees a model: sherpa-onnx ends the process on a file it can not load,
 * so what can be told from outside is told here as an error of ours.
 */
import { stat } from 'node:fs/promises';
import type { InstalledModel } from '../../core/installed-model.ts';
import { EngineError } from '../../core/errors.ts';
import { isCompleteOnnx } from './onnx-file.ts';

/**
 * The absolute path of one role of a model, proven to be a directory or a readable non-empty file, an `.onnx`
 * file also to be complete.
 * @throws EngineError `MODEL_CORRUPT` naming the role.
 */
export async function checkedFile(model: InstalledModel, role: string): Promise<string> {
  const path = model.files[role];
  if (path === undefined) throw corruptModel(model, role, 'is not part of the model');
  try {
    const file = await stat(path);
    if (file.isDirectory()) return path;
    if (file.size === 0) throw corruptModel(model, role, 'is empty');
    if (path.endsWith('.onnx') && !(await isCompleteOnnx(path)))
      throw corruptModel(model, role, 'is no complete ONNX file');
    return path;
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw corruptModel(model, role, 'can not be read', cause);
  }
}

/** The error for a model whose files do not fit, naming the role at fault. */
export function corruptModel(
  model: InstalledModel,
  role: string,
  what: string,
  cause?: unknown,
): EngineError {
  return new EngineError('MODEL_CORRUPT', `model ${model.id}: ${role} ${what}`, {
    cause,
    details: { model: model.id, role, path: model.files[role] },
  });
}
