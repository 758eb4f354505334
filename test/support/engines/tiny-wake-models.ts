/** The openWakeWord family in small: models of the same form with made-up weights, which run in no time. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledModel } from '../../../src/core/installed-model.ts';
import { onnxModel } from './onnx-model.ts';
import type { OnnxNode, OnnxTensor } from './onnx-model.ts';

const bands = 32;
const windowRows = 76;
const embeddingSize = 96;

/** Numbers that look random and are the same in every run. */
const weights = (size: number, seed: number): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => Math.sin((i + 1) * 12.9898 + seed * 78.233) * 0.4);

const ints = (name: string, ...values: readonly number[]): OnnxTensor => ({
  name,
  shape: [values.length],
  data: BigInt64Array.from(values, BigInt),
});

const floats = (name: string, shape: readonly number[], seed: number): OnnxTensor => ({
  name,
  shape,
  data: weights(
    shape.reduce((product, size) => product * size, 1),
    seed,
  ),
});

/** The newest 256 samples as eight rows, scaled as the decibels of a real one are. */
export function tinyMelspectrogram(): Uint8Array {
  return onnxModel({
    inputs: [{ name: 'input', type: 'float32', shape: ['batch', 'samples'] }],
    outputs: [{ name: 'output', type: 'float32', shape: ['time', 1, 'rows', bands] }],
    nodes: [
      { op: 'Slice', inputs: ['input', 'from', 'to', 'axis'], outputs: ['newest'] },
      { op: 'Mul', inputs: ['newest', 'scale'], outputs: ['scaled'] },
      { op: 'Reshape', inputs: ['scaled', 'shape'], outputs: ['output'] },
    ],
    constants: [
      ints('from', -256),
      ints('to', 2 ** 31 - 1),
      ints('axis', 1),
      ints('shape', 1, 1, 8, bands),
      { name: 'scale', shape: [1], data: Float32Array.of(0.01) },
    ],
  });
}

const pool = (input: string, output: string): OnnxNode => ({
  op: 'MaxPool',
  inputs: [input],
  outputs: [output],
  attributes: { kernel_shape: [2n, 2n], strides: [2n, 2n] },
});

/**
 * Convolutions over 76 mel rows that move on by eight.
 * @param timePadding Rows of zeros around the first convolution: a form that can not be run row by row.
 */
export function tinyEmbedding({ timePadding = 0 } = {}): Uint8Array {
  const firstKernel = 5 + 2 * timePadding;
  const pads = [BigInt(timePadding), 1n, BigInt(timePadding), 1n];
  return onnxModel({
    inputs: [{ name: 'mel', type: 'float32', shape: ['batch', windowRows, bands, 1] }],
    outputs: [{ name: 'embedding', type: 'float32', shape: ['batch', 1, 1, embeddingSize] }],
    nodes: [
      { op: 'Reshape', inputs: ['mel', 'in_shape'], outputs: ['rows'] },
      { op: 'Conv', inputs: ['rows', 'w1', 'b1'], outputs: ['c1'], attributes: { pads } },
      { op: 'LeakyRelu', inputs: ['c1'], outputs: ['r1'], attributes: { alpha: 0.2 } },
      { op: 'Max', inputs: ['r1', 'least'], outputs: ['m1'] },
      pool('m1', 'p1'),
      { op: 'Conv', inputs: ['p1', 'w2'], outputs: ['c2'], attributes: { strides: [1n, 1n] } },
      { op: 'Relu', inputs: ['c2'], outputs: ['r2'] },
      pool('r2', 'p2'),
      pool('p2', 'p3'),
      { op: 'Conv', inputs: ['p3', 'w3'], outputs: ['c3'], attributes: { dilations: [1n, 1n], group: 1n } },
      { op: 'Reshape', inputs: ['c3', 'out_shape'], outputs: ['embedding'] },
    ],
    constants: [
      ints('in_shape', -1, 1, windowRows, bands),
      ints('out_shape', -1, 1, 1, embeddingSize),
      floats('w1', [2, 1, firstKernel, 3], 1),
      floats('b1', [2], 2),
      { name: 'least', shape: [1, 1, 1, 1], data: Float32Array.of(-0.4) },
      floats('w2', [3, 2, 5, 1], 3),
      floats('w3', [embeddingSize, 3, 8, 4], 4),
    ],
  });
}

/** A score of 0 to 1 from the last `windowLength` embeddings. */
export function tinyClassifier({
  windowLength = 16,
  size = embeddingSize,
  seed = 5,
  squash = 'Sigmoid',
} = {}): Uint8Array {
  return onnxModel({
    inputs: [{ name: 'features', type: 'float32', shape: [1, windowLength, size] }],
    outputs: [{ name: 'score', type: 'float32', shape: [1, 1] }],
    nodes: [
      { op: 'Flatten', inputs: ['features'], outputs: ['flat'] },
      { op: 'MatMul', inputs: ['flat', 'w'], outputs: ['sum'] },
      { op: 'Mul', inputs: ['sum', 'scale'], outputs: ['scaled'] },
      { op: squash, inputs: ['scaled'], outputs: ['score'] },
    ],
    constants: [
      floats('w', [windowLength * size, 1], seed),
      { name: 'scale', shape: [1], data: Float32Array.of(0.05) },
    ],
  });
}

/** Writes the files into the directory and describes them as the model store would. */
export async function installTiny(
  directory: string,
  id: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<InstalledModel> {
  await mkdir(directory, { recursive: true });
  const paths = Object.keys(files).map((role) => [role, join(directory, `${id}-${role}.onnx`)] as const);
  for (const [role, path] of paths) await writeFile(path, files[role] ?? new Uint8Array());
  return {
    id,
    engine: 'openwakeword',
    languages: ['en'],
    files: Object.fromEntries(paths),
    settings: {},
    licence: 'Apache-2.0',
    attribution: { name: 'test', url: 'https://example.org' },
    fingerprint: id,
  };
}

export const tinyFeatures = (): Readonly<Record<'melspectrogram' | 'embedding', Uint8Array>> => ({
  melspectrogram: tinyMelspectrogram(),
  embedding: tinyEmbedding(),
});
