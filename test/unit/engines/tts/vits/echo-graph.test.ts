import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../../src/engines/onnx/onnx-model.ts';
import { readEcho, writeEcho } from '../../../../../src/engines/tts/vits/echo-graph.ts';
import { onnxModel } from '../../../../support/engines/onnx-model.ts';
import { tinyVits } from '../../../../support/engines/tiny-vits.ts';

async function echoOf(ids: number[], scales: number[], sid: number): Promise<Float32Array> {
  const session = await InferenceSession.create(
    writeEcho(readModel(onnxModel(tinyVits({ speakerCount: 3 })))),
  );
  const { output } = await session.run({
    input: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
    scales: new Tensor('float32', Float32Array.from(scales), [3]),
    sid: new Tensor('int64', BigInt64Array.of(BigInt(sid)), [1]),
  });
  await session.release();
  return output?.data instanceof Float32Array ? output.data : new Float32Array();
}

describe('the echo of a voice', () => {
  it('speaks the inputs of each sentence, which can be told apart again', async () => {
    const samples = Float32Array.of(
      ...(await echoOf([1, 40, 0, 2], [0.5, 2, 0.25], 2)),
      ...(await echoOf([1, 2], [0, 1, 0], 0)),
    );
    const sentences = readEcho(samples, 4);
    expect(sentences?.map((inputs) => inputs.map((values) => [...values]))).toEqual([
      [[1, 40, 0, 2], [4], [0.5, 2, 0.25], [2]],
      [[1, 2], [2], [0, 1, 0], [0]],
    ]);
  });

  it('keeps the notes that sherpa-onnx reads, and no weights', () => {
    const bytes = onnxModel(tinyVits());
    const echo = Buffer.from(writeEcho(readModel(bytes)));
    expect(echo.includes('sample_rate')).toBe(true);
    expect(echo.includes('post.w')).toBe(false);
    expect(echo.length).toBeLessThan(bytes.length);
  });

  it.each([[[3, 1, 2]], [[-1]], [[Number.NaN]], [[1e9]]])('knows that %j is none', (samples) =>
    expect(readEcho(Float32Array.from(samples), 1)).toBeUndefined(),
  );

  it('has no sentence when nothing was spoken', () => expect(readEcho(new Float32Array(), 4)).toEqual([]));
});
