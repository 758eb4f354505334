import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCompleteOnnx } from '../../../../src/engines/sherpa/onnx-file.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import type { TempDir } from '../../../support/temp-dir.ts';

/** `ir_version` 8, a producer's name and a graph of 300 bytes, as protobuf. */
const model = Uint8Array.from([0x08, 8, 0x12, 2, 97, 98, 0x3a, 0xac, 0x02, ...new Uint8Array(300)]);

describe('isCompleteOnnx', () => {
  let dir: TempDir;
  beforeAll(async () => {
    dir = await tempDir();
  });
  afterAll(() => dir[Symbol.asyncDispose]());

  async function check(bytes: Uint8Array): Promise<boolean> {
    const path = join(dir.path, 'model.onnx');
    await writeFile(path, bytes);
    return isCompleteOnnx(path);
  }

  it('takes a whole model', async () => {
    expect(await check(model)).toBe(true);
  });

  it('refuses every truncation of it', async () => {
    for (let length = 0; length < model.length; length += 1)
      expect(await check(model.subarray(0, length)), `${length} bytes`).toBe(false);
  });

  it('refuses bytes behind the graph and files of another kind', async () => {
    expect(await check(Uint8Array.from([...model, 7]))).toBe(false);
    expect(await check(new TextEncoder().encode('<html>404 not found</html>'))).toBe(false);
    expect(await check(new Uint8Array(1_000))).toBe(false);
  });
});
