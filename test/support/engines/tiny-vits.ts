/**
 * A voice with the inputs, notes and graph of a piper export, a few kilobytes small: random frames from symbols, a
 * speaker's colour added to them, two upsamplings with dilated convolutions in between.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledModel } from '../../../src/core/installed-model.ts';
import { onnxModel, type OnnxModel, type OnnxNode, type OnnxTensor } from './onnx-model.ts';

/** Every symbol that espeak writes for the texts of the tests, after piper's own three. */
const symbols = [
  ...['_', '^', '$'],
  ...Array.from(" !'(),-.:;?abcdefhijklmnopqrstuvwxyzæðŋɐɑɔəɚɛɜɡɪɫɹɾʃʊʌʒˈˌːθ"),
];

/** Frames per symbol, and samples per frame: the product of both strides. */
export const framesPerSymbol = 3;
export const samplesPerFrame = 8;
export const tinyRateHz = 8_000;

export type TinyVits = {
  readonly speakerCount?: number;
  /** How many times longer than it should every symbol lasts. */
  readonly stretch?: number;
  /** Put behind the first upsampling, from its output `up` to `upped`. */
  readonly between?: readonly OnnxNode[];
  readonly constants?: readonly OnnxTensor[];
};

const same: readonly OnnxNode[] = [{ op: 'Identity', inputs: ['up'], outputs: ['upped'] }];

export function tinyVits({
  speakerCount = 1,
  stretch = 1,
  between = same,
  constants = [],
}: TinyVits = {}): OnnxModel {
  const ints = (name: string, ...values: number[]): OnnxTensor => ({
    name,
    shape: [values.length],
    data: BigInt64Array.from(values, BigInt),
  });
  const speaker: readonly OnnxNode[] =
    speakerCount === 1
      ? [{ op: 'Identity', inputs: ['pre'], outputs: ['coloured'] }]
      : [
          { op: 'Gather', inputs: ['speakers', 'sid'], outputs: ['g.row'] },
          { op: 'Unsqueeze', inputs: ['g.row', 'last'], outputs: ['g'] },
          { op: 'Conv', inputs: ['g', 'cond'], outputs: ['g.cond'] },
          { op: 'Add', inputs: ['pre', 'g.cond'], outputs: ['coloured'] },
        ];
  return {
    inputs: [
      { name: 'input', type: 'int64', shape: ['batch', 'symbols'] },
      { name: 'input_lengths', type: 'int64', shape: ['batch'] },
      { name: 'scales', type: 'float32', shape: [3] },
      ...(speakerCount === 1 ? [] : [{ name: 'sid', type: 'int64' as const, shape: ['batch'] }]),
    ],
    outputs: [{ name: 'output', type: 'float32', shape: ['batch', 1, 'time'] }],
    constants: [
      weights('symbols', [symbols.length, 4]),
      weights('speakers', [speakerCount, 2]),
      weights('cond', [6, 2, 1]),
      weights('pre.w', [6, 4, 7]),
      weights('up1.w', [6, 4, 8]),
      weights('res1.w', [4, 4, 3]),
      weights('res2.w', [4, 4, 5]),
      weights('up2.w', [4, 3, 4]),
      weights('post.w', [1, 3, 7]),
      ints('last', 2),
      ints('first', 0),
      ints('second', 1),
      ...constants,
    ],
    nodes: [
      { op: 'Gather', inputs: ['symbols', 'input'], outputs: ['rows'] },
      { op: 'Transpose', inputs: ['rows'], outputs: ['columns'], attributes: { perm: [0n, 2n, 1n] } },
      {
        op: 'Concat',
        inputs: Array.from({ length: framesPerSymbol * stretch }, () => 'columns'),
        outputs: ['frames'],
        attributes: { axis: 2n },
      },
      { op: 'RandomNormalLike', inputs: ['frames'], outputs: ['noise'], attributes: { seed: 7 } },
      { op: 'Slice', inputs: ['scales', 'first', 'second'], outputs: ['noiseScale'] },
      { op: 'Mul', inputs: ['noise', 'noiseScale'], outputs: ['scaled'] },
      { op: 'Add', inputs: ['frames', 'scaled'], outputs: ['z'] },
      { op: 'Conv', inputs: ['z', 'pre.w'], outputs: ['pre'], attributes: { pads: [3n, 3n] } },
      ...speaker,
      { op: 'LeakyRelu', inputs: ['coloured'], outputs: ['active'], attributes: { alpha: 0.1 } },
      {
        op: 'ConvTranspose',
        inputs: ['active', 'up1.w'],
        outputs: ['up'],
        attributes: { strides: [4n], pads: [2n, 2n], kernel_shape: [8n] },
      },
      ...between,
      { op: 'Conv', inputs: ['upped', 'res1.w'], outputs: ['a'], attributes: { pads: [1n, 1n] } },
      {
        op: 'Conv',
        inputs: ['upped', 'res2.w'],
        outputs: ['b'],
        attributes: { dilations: [3n], pads: [6n, 6n], kernel_shape: [5n] },
      },
      { op: 'Add', inputs: ['a', 'b'], outputs: ['both'] },
      {
        op: 'Constant',
        inputs: [],
        outputs: ['two'],
        attributes: { value: { name: '', shape: [], data: Float32Array.of(2) } },
      },
      { op: 'Div', inputs: ['both', 'two'], outputs: ['mean'] },
      { op: 'LeakyRelu', inputs: ['mean'], outputs: ['lively'] },
      {
        op: 'ConvTranspose',
        inputs: ['lively', 'up2.w'],
        outputs: ['up2'],
        attributes: { strides: [2n], pads: [1n, 1n] },
      },
      { op: 'Conv', inputs: ['up2', 'post.w'], outputs: ['post'], attributes: { pads: [3n, 3n] } },
      { op: 'Tanh', inputs: ['post'], outputs: ['output'] },
    ],
    metadata: {
      model_type: 'vits',
      comment: 'piper',
      language: 'English',
      voice: 'en-us',
      has_espeak: '1',
      n_speakers: String(speakerCount),
      sample_rate: String(tinyRateHz),
    },
  };
}

/** Different for every place, and the same in every run. */
function weights(name: string, shape: readonly number[]): OnnxTensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const data = Float32Array.from({ length: size }, (_, i) => 0.6 * Math.sin(1 + i * 1.7 + name.length));
  return { name, shape, data };
}

/** Written into the directory; espeak's data have to be real ones. */
export async function writeTinyVits(
  dir: string,
  dataDir: string,
  { settings = {}, ...graph }: TinyVits & { readonly settings?: Record<string, unknown> } = {},
): Promise<InstalledModel> {
  const files = { model: join(dir, 'voice.onnx'), tokens: join(dir, 'tokens.txt'), dataDir };
  await writeFile(files.model, onnxModel(tinyVits(graph)));
  await writeFile(files.tokens, symbols.map((symbol, id) => `${symbol} ${id}\n`).join(''));
  return {
    id: 'tiny-vits',
    engine: 'sherpa-vits',
    languages: ['en'],
    files,
    settings,
    licence: 'Apache-2.0',
    attribution: { name: 'generated by the test', url: 'https://example.com' },
    fingerprint: 'tiny',
  };
}
