/** Text into the inputs of a voice, exactly as sherpa-onnx makes them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tensor } from 'onnxruntime-node';
import { EngineError } from '../../../core/errors.ts';
import { openTemporaryDirectory } from '../../../core/temporary-directory.ts';
import { elementTypes, type GraphValue } from '../../onnx/onnx-graph.ts';
import type { OnnxModel } from '../../onnx/onnx-model.ts';
import { loadSherpa } from '../../sherpa/sherpa-onnx.ts';
import type { Synthesis } from '../tts-model.ts';
import { speakerIndexOf, type CheckedVoice } from './check-voice.ts';
import { readEcho, writeEcho } from './echo-graph.ts';

export type TextInputs = {
  /** One set of inputs per sentence that the voice speaks in one go; none when nothing can be spoken. */
  of(text: string, how: Synthesis): VoiceInputs[];
  close(): void;
};

export type VoiceInputs = Readonly<Record<string, Tensor>>;

/** True when sherpa-onnx's inputs can be told from what an echo speaks. */
export function canEcho({ inputs }: OnnxModel): boolean {
  return inputs.length > 0 && inputs.every(({ type, shape }) => shape.length <= 2 && type in makers);
}

export async function openTextInputs(model: OnnxModel, { vits, voice }: CheckedVoice): Promise<TextInputs> {
  const { inputs } = model;
  const opened = await openEcho(writeEcho(model), vits);
  let echo: typeof opened | undefined = opened;
  return {
    of: (text, { speaker, speed }) => {
      const generationConfig = { sid: speakerIndexOf(voice, speaker), speed, silenceScale: 1 };
      // At once on this thread: handing it to another one takes as long.
      const spoken = echo?.generate({ text, generationConfig, enableExternalBuffer: false });
      const sentences = readEcho(spoken?.samples ?? new Float32Array(), inputs.length);
      if (!sentences) throw new EngineError('ENGINE_FAILED', 'sherpa-onnx gives no inputs for this text');
      return sentences.map((values) =>
        Object.fromEntries(inputs.map((input, index) => [input.name, tensorOf(input, values[index])])),
      );
    },
    // The library frees a model when nothing refers to it any more; it has no call for it.
    close: () => {
      echo = undefined;
    },
  };
}

async function openEcho(model: Uint8Array, vits: CheckedVoice['vits']) {
  await using dir = await openTemporaryDirectory('hearken-voice-');
  const path = join(dir.path, 'echo.onnx');
  await writeFile(path, model);
  return await loadSherpa().OfflineTts.createAsync({
    model: { vits: { ...vits, model: path }, numThreads: 1, provider: 'cpu' },
    maxNumSentences: 1,
  });
}

const makers: Readonly<Record<number, (values: Float32Array, shape: readonly number[]) => Tensor>> = {
  [elementTypes.float32]: (values, shape) => new Tensor('float32', values, shape),
  [elementTypes.int32]: (values, shape) => new Tensor('int32', Int32Array.from(values), shape),
  [elementTypes.int64]: (values, shape) =>
    new Tensor(
      'int64',
      BigInt64Array.from(values, (value) => BigInt(value)),
      shape,
    ),
};

/** One sentence: every axis but the last is 1. */
function tensorOf({ type, shape }: GraphValue, values: Float32Array = new Float32Array()): Tensor {
  const make = makers[type];
  if (!make) throw new EngineError('MODEL_CORRUPT', 'the voice takes inputs of another type');
  return make(
    values,
    shape.map((_, axis) => (axis === shape.length - 1 ? values.length : 1)),
  );
}
