import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { withFloatConvolutions } from '../../../../../src/engines/onnx/float-convolutions.ts';
import { readModel } from '../../../../../src/engines/onnx/onnx-model.ts';
import { cutVoice, type CutVoice } from '../../../../../src/engines/tts/vits/cut-graph.ts';
import { windowsOf } from '../../../../../src/engines/tts/vits/windows.ts';
import { onnxModel, type OnnxNode } from '../../../../support/engines/onnx-model.ts';
import {
  framesPerSymbol,
  samplesPerFrame,
  tinyVits,
  type TinyVits,
} from '../../../../support/engines/tiny-vits.ts';

const ids = [1, 20, 0, 33, 0, 41, 0, 12, 0, 55, 0, 3, 0, 18, 0, 2];
const frameCount = ids.length * framesPerSymbol;

const inputs = (noiseScale: number, sid?: number) => ({
  input: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
  input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
  scales: new Tensor('float32', Float32Array.of(noiseScale, 1, 0), [3]),
  ...(sid !== undefined && { sid: new Tensor('int64', BigInt64Array.of(BigInt(sid)), [1]) }),
});

async function run(model: Uint8Array, feeds: Record<string, Tensor>): Promise<Tensor> {
  const session = await InferenceSession.create(model, { logSeverityLevel: 3 });
  const results = await session.run(feeds);
  await session.release();
  const [first] = Object.values(results);
  if (!first) throw new Error('the model gives nothing');
  return first;
}

const floats = ({ data }: Tensor): Float32Array => (data instanceof Float32Array ? data : new Float32Array());

function cutOf(graph: TinyVits = {}): { readonly whole: Uint8Array; readonly cut: CutVoice | undefined } {
  const whole = onnxModel(tinyVits(graph));
  return { whole, cut: cutVoice(readModel(whole)) };
}

/** The windows' samples, one after the other. */
async function windowed(
  cut: CutVoice,
  latent: Tensor,
  context: Pick<CutVoice, 'leftFrames' | 'rightFrames'>,
) {
  const [, channels = 0, count = 0] = latent.dims;
  const samples: number[] = [];
  for (const { from, to, start, end } of windowsOf(count, { ...context, firstFrames: 3, maxFrames: 12 })) {
    const part = Array.from({ length: channels }, (_, c) => [
      ...floats(latent).subarray(c * count + from, c * count + to),
    ]);
    const feed = new Tensor('float32', Float32Array.from(part.flat()), [1, channels, to - from]);
    const sound = floats(await run(cut.vocoder, { [cut.latent]: feed }));
    samples.push(...sound.subarray((start - from) * cut.samplesPerFrame, (end - from) * cut.samplesPerFrame));
  }
  return samples;
}

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

describe('cutVoice', () => {
  it('knows how many samples a frame becomes and how far they look around', () => {
    // Left: (8-1-2)/4 + 6/4 + (4-1-1)/8 + 3/8 = 3.375 frames; right: 2/4 + 6/4 + 1/8 + 3/8 = 2.5 behind any of 8 samples.
    expect(cutOf().cut).toMatchObject({ latent: 'active', samplesPerFrame, leftFrames: 3, rightFrames: 3 });
  });

  it.each([
    ['one speaker', { speakerCount: 1 }, undefined],
    ['the third of three speakers', { speakerCount: 3 }, 2],
  ])('gives windows that join to the samples of the whole, for %s', async (_, graph, sid) => {
    const { whole, cut } = cutOf(graph);
    if (!cut) throw new Error('not cut');
    const expected = floats(await run(whole, inputs(0, sid)));
    const latent = await run(cut.front, inputs(0, sid));
    expect(latent.dims).toEqual([1, 6, frameCount]);
    const joined = await windowed(cut, latent, cut);
    expect(joined).toHaveLength(frameCount * samplesPerFrame);
    expect(farthest(joined, expected)).toBeLessThan(1e-5);
    // Not because the tail of a kernel is small: with one frame less on either side they differ.
    const { leftFrames, rightFrames } = cut;
    const leftShort = { leftFrames: leftFrames - 1, rightFrames };
    const rightShort = { leftFrames, rightFrames: rightFrames - 1 };
    for (const context of [leftShort, rightShort])
      expect(farthest(await windowed(cut, latent, context), expected)).toBeGreaterThan(1e-4);
  });

  it('leaves what is random before the cut', async () => {
    const { cut } = cutOf();
    if (!cut) throw new Error('not cut');
    expect(readModel(cut.vocoder).nodes.map(({ op }) => op)).not.toContain('RandomNormalLike');
    const [quiet, noisy] = [await run(cut.front, inputs(0)), await run(cut.front, inputs(1))];
    expect(farthest(floats(quiet), floats(noisy))).toBeGreaterThan(0.01);
  });

  it('cuts before an activation whose input is needed behind it too', () => {
    const between: OnnxNode[] = [
      { op: 'ConvTranspose', inputs: ['coloured', 'up1.w'], outputs: ['beside'], attributes: upsampling },
      { op: 'Add', inputs: ['up', 'beside'], outputs: ['upped'] },
    ];
    expect(cutOf({ between }).cut).toMatchObject({ latent: 'coloured', leftFrames: 3 });
  });

  it('cuts a voice whose convolutions were quantised, when they are those of floats again', () => {
    const whole = readModel(onnxModel(tinyVits(quantised)));
    expect(cutVoice(whole)).toBeUndefined();
    expect(cutVoice(withFloatConvolutions(whole))).toMatchObject({ latent: 'active', leftFrames: 3 });
  });

  const upsampling = { strides: [4n], pads: [2n, 2n], kernel_shape: [8n] };
  const fixed = { name: 'fixed', shape: [1, 4, 1], data: Float32Array.of(1, 2, 3, 4) };
  const timed = { name: 'timed', shape: [1, 4, 4], data: new Float32Array(16) };
  it.each<[string, TinyVits, boolean]>([
    ['an offset of each channel', { between: add('fixed'), constants: [fixed] }, true],
    ['a constant that changes with time', { between: add('timed'), constants: [timed] }, false],
    ['something else of the front', { between: add('noiseScale') }, false],
    ['an average over all time', { between: by('GlobalAveragePool', {}) }, false],
    ['a convolution that gives fewer samples', { between: conv({ pads: [0n, 0n] }) }, false],
    ['a convolution with a stride', { between: conv({ pads: [1n, 1n], strides: [2n] }) }, false],
    ['a convolution that pads by itself', { between: conv({ auto_pad: 'SAME_UPPER' }) }, false],
    ['one that looks at the past alone', { between: conv({ pads: [2n, 0n] }) }, true],
  ])('says whether a graph can be cut: %s', (_, graph, isCut) =>
    expect(cutOf(graph).cut !== undefined).toBe(isCut),
  );
});

/** One more convolution, and its bias, as `quantize_dynamic` writes them. */
const quantised: TinyVits = {
  constants: [
    { name: 'w', shape: [4, 4, 1], data: Uint8Array.from({ length: 16 }, (_, i) => 120 + i) },
    { name: 'w.zero', shape: [], data: Uint8Array.of(128) },
    { name: 'w.scale', shape: [], data: Float32Array.of(0.01) },
    { name: 'bias', shape: [4], data: Float32Array.of(1, 2, 3, 4) },
    { name: 'bias.shape', shape: [3], data: BigInt64Array.of(1n, -1n, 1n) },
  ],
  between: [
    { op: 'DynamicQuantizeLinear', inputs: ['up'], outputs: ['q', 'scale', 'zero'] },
    { op: 'Mul', inputs: ['scale', 'w.scale'], outputs: ['both.scales'] },
    { op: 'ConvInteger', inputs: ['q', 'w', 'zero', 'w.zero'], outputs: ['sum'] },
    { op: 'Cast', inputs: ['sum'], outputs: ['sum.float'], attributes: { to: 1n } },
    { op: 'Mul', inputs: ['sum.float', 'both.scales'], outputs: ['product'] },
    { op: 'Reshape', inputs: ['bias', 'bias.shape'], outputs: ['bias.column'] },
    { op: 'Add', inputs: ['product', 'bias.column'], outputs: ['upped'] },
  ],
};

function add(name: string): OnnxNode[] {
  return [{ op: 'Add', inputs: ['up', name], outputs: ['upped'] }];
}

function by(op: string, attributes: NonNullable<OnnxNode['attributes']>, ...more: string[]): OnnxNode[] {
  return [{ op, inputs: ['up', ...more], outputs: ['upped'], attributes }];
}

function conv(attributes: NonNullable<OnnxNode['attributes']>): OnnxNode[] {
  return by('Conv', attributes, 'res1.w');
}
