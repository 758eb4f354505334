import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { withFloatConvolutions } from '../../../../src/engines/onnx/float-convolutions.ts';
import { readModel } from '../../../../src/engines/onnx/onnx-model.ts';
import { writePart } from '../../../../src/engines/onnx/subgraph.ts';
import { onnxModel, type OnnxNode, type OnnxTensor } from '../../../support/engines/onnx-model.ts';

const shape = [3, 2, 3];
const floats = Array.from({ length: 18 }, (_, i) => Math.sin(1 + i * 1.3));

/** As `quantize_dynamic` writes a convolution of `x` into `y`. */
function quantised(
  weights: OnnxTensor['data'],
  zero: OnnxTensor['data'],
  scale: Float32Array,
  more: OnnxNode[] = [],
) {
  const one = (data: OnnxTensor['data']) => (data.length === 1 ? [] : [data.length]);
  return readModel(
    onnxModel({
      inputs: [{ name: 'x', type: 'float32', shape: [1, 2, 'time'] }],
      outputs: [{ name: 'y', type: 'float32', shape: [1, 3, 'time'] }],
      constants: [
        { name: 'w', shape, data: weights },
        { name: 'w.zero', shape: one(zero), data: zero },
        { name: 'w.scale', shape: one(scale), data: scale },
      ],
      nodes: [
        { op: 'DynamicQuantizeLinear', inputs: ['x'], outputs: ['q', 'scale', 'zero'] },
        { op: 'Mul', inputs: ['scale', 'w.scale'], outputs: ['scales'] },
        {
          op: 'ConvInteger',
          inputs: ['q', 'w', 'zero', 'w.zero'],
          outputs: ['sum'],
          attributes: { pads: [1n, 1n], kernel_shape: [3n] },
        },
        { op: 'Cast', inputs: ['sum'], outputs: ['sum.float'], attributes: { to: 1n } },
        { op: 'Mul', inputs: ['sum.float', 'scales'], outputs: ['y'] },
        ...more,
      ],
    }),
  );
}

const input = Float32Array.from({ length: 40 }, (_, i) => Math.cos(i * 0.7));

async function run(model: ReturnType<typeof readModel>): Promise<Float32Array> {
  const output = { name: 'y', shape: [1, 3, 0] };
  const session = await InferenceSession.create(
    writePart(model, { nodes: model.nodes, inputs: [{ name: 'x', shape: [] }], output }),
  );
  const { y } = await session.run({ x: new Tensor('float32', input, [1, 2, 20]) });
  await session.release();
  return y?.data instanceof Float32Array ? y.data : new Float32Array();
}

/** What a convolution with the exact weights gives. */
function exact(): number[] {
  const at = (channel: number, time: number) =>
    time < 0 || time > 19 ? 0 : (input[channel * 20 + time] ?? 0);
  return Array.from({ length: 60 }, (_, i) => {
    const [out, time] = [Math.floor(i / 20), i % 20];
    let sum = 0;
    for (let channel = 0; channel < 2; channel += 1)
      for (let k = 0; k < 3; k += 1)
        sum += (floats[(out * 2 + channel) * 3 + k] ?? 0) * at(channel, time + k - 1);
    return sum;
  });
}

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

const step = 1 / 127;
const unsigned = Uint8Array.from(floats, (value) => Math.round(value / step) + 128);
const signed = Int8Array.from(floats, (value) => Math.round(value / step));

describe('withFloatConvolutions', () => {
  it.each([
    ['unsigned weights', quantised(unsigned, Uint8Array.of(128), Float32Array.of(step))],
    ['signed weights', quantised(signed, Int8Array.of(0), Float32Array.of(step))],
  ])('gives what the exact weights give, nearer than the integers did: %s', async (_, model) => {
    const rewritten = withFloatConvolutions(model);
    expect(rewritten.nodes.map(({ op }) => op)).not.toContain('ConvInteger');
    const [before, after] = [await run(model), await run(rewritten)];
    expect(before).toHaveLength(60);
    expect(farthest(after, exact())).toBeLessThan(6 * step);
    expect(farthest(after, exact())).toBeLessThan(farthest(before, exact()));
  });

  it('knows scales of each channel', async () => {
    const scales = Float32Array.of(step, step / 2, step * 2);
    const weights = Int8Array.from(floats, (value, i) => {
      const scaled = value / (scales[Math.floor(i / 6)] ?? 1);
      return Math.max(-128, Math.min(127, Math.round(scaled)));
    });
    const model = quantised(weights, Int8Array.of(0, 0, 0), scales);
    const rewritten = withFloatConvolutions(model);
    const floatWeights = rewritten.constants.get('w.float');
    expect(floatWeights).toMatchObject({ dims: shape, type: 1 });
    const after = await run(rewritten);
    // The first and the last channel lose nothing but a rounding; the second one's weights were clipped.
    expect(farthest(after.subarray(0, 20), exact().slice(0, 20))).toBeLessThan(6 * step);
    expect(farthest(after.subarray(40), exact().slice(40))).toBeLessThan(12 * step);
  });

  it('leaves a convolution alone whose integers are used otherwise too', () => {
    const also: OnnxNode = { op: 'Identity', inputs: ['sum'], outputs: ['also'] };
    const model = quantised(unsigned, Uint8Array.of(128), Float32Array.of(step), [also]);
    expect(withFloatConvolutions(model)).toBe(model);
  });
});
