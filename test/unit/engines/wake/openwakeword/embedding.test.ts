import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { openEmbedding } from '../../../../../src/engines/wake/openwakeword/embedding.ts';
import type { EmbeddingStream } from '../../../../../src/engines/wake/openwakeword/embedding.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { installTiny, tinyEmbedding } from '../../../../support/engines/tiny-wake-models.ts';

const rowsPerStep = 8 * 32;

/** Steps of mel rows, all different. */
const melSteps = (count: number): Float32Array[] =>
  Array.from({ length: count }, (_, step) =>
    Float32Array.from({ length: rowsPerStep }, (__, i) => Math.cos(step * 31 + i * 0.7) * 3),
  );

async function opened(embedding: Uint8Array) {
  await using dir = await tempDir();
  return await openEmbedding(await installTiny(dir.path, 'tiny', { embedding }));
}

async function pushAll(stream: EmbeddingStream, steps: readonly Float32Array[]): Promise<Float32Array> {
  for (const rows of steps) await stream.push(rows);
  return stream.embedding.slice();
}

/** What the model itself says of the last 76 rows. */
async function reference(model: Uint8Array, steps: readonly Float32Array[]): Promise<unknown> {
  const session = await InferenceSession.create(model, { logSeverityLevel: 3 });
  const all = Float32Array.from(steps.flatMap((rows) => [...rows]));
  const { embedding } = await session.run({
    mel: new Tensor('float32', all.slice(-76 * 32), [1, 76, 32, 1]),
  });
  return embedding?.data;
}

const closeTo = (actual: Float32Array, expected: unknown): number => {
  if (!(expected instanceof Float32Array) || expected.length !== actual.length)
    return Number.POSITIVE_INFINITY;
  return Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN))));
};

describe('openEmbedding', () => {
  it("gives the whole window's numbers while it computes only the new rows", async () => {
    const model = tinyEmbedding();
    const embedding = await opened(model);
    const steps = melSteps(23);
    expect(embedding.isIncremental).toBe(true);
    expect(closeTo(await pushAll(embedding.open(), steps), await reference(model, steps))).toBeLessThan(1e-4);
  });

  it('runs whole windows of a model that pads in time', async () => {
    const model = tinyEmbedding({ timePadding: 1 });
    const embedding = await opened(model);
    const steps = melSteps(23);
    expect(embedding.isIncremental).toBe(false);
    expect(closeTo(await pushAll(embedding.open(), steps), await reference(model, steps))).toBeLessThan(1e-4);
  });

  it.each([0, 1])('keeps streams apart that were forked (time padding %i)', async (timePadding) => {
    const embedding = await opened(tinyEmbedding({ timePadding }));
    const [common, rest] = [melSteps(12), melSteps(20).slice(12)];
    const stream = embedding.open();
    await pushAll(stream, common);
    const fork = stream.fork();
    const [other] = melSteps(1);
    await pushAll(stream, [other ?? new Float32Array(rowsPerStep)]);
    const alone = await pushAll(embedding.open(), [...common, ...rest]);
    expect(closeTo(await pushAll(fork, rest), alone)).toBeLessThan(1e-5);
    expect(closeTo(await pushAll(stream, rest), alone)).toBeGreaterThan(1e-3);
  });
});
