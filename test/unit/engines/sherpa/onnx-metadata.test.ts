import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOnnxMetadata } from '../../../../src/engines/sherpa/onnx-metadata.ts';
import { onnxModel } from '../../../support/engines/onnx-model.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const metadata = { sample_rate: '22050', comment: 'größer', empty: '' };
const model = onnxModel({
  inputs: [{ name: 'in', type: 'float32', shape: [1, 'n'] }],
  outputs: [{ name: 'out', type: 'float32', shape: [1, 'n'] }],
  nodes: [{ op: 'Identity', inputs: ['in'], outputs: ['out'] }],
  constants: [{ name: 'unused', shape: [50_000], data: new Float32Array(50_000) }],
  metadata,
});

describe('readOnnxMetadata', () => {
  it('reads the notes behind a large graph', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'model.onnx');
    await writeFile(path, model);
    expect(Object.fromEntries(await readOnnxMetadata(path))).toEqual(metadata);
  });

  it('reads none from a file without notes', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'model.onnx');
    await writeFile(path, 'hello, this is no model');
    expect((await readOnnxMetadata(path)).size).toBe(0);
  });

  it('ends at every cut of the file', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'model.onnx');
    await writeFile(path, model);
    for (let bytes = model.length - 1; bytes > model.length - 80; bytes -= 1) {
      await truncate(path, bytes);
      expect((await readOnnxMetadata(path)).size).toBeLessThanOrEqual(3);
    }
    expect((await readFile(path)).length).toBe(model.length - 79);
  });

  it('reads no entry whose length is damaged beyond reason', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'model.onnx');
    const huge = Buffer.from([0x72, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    await writeFile(path, Buffer.concat([model, huge]));
    expect(Object.fromEntries(await readOnnxMetadata(path))).toEqual(metadata);
  });
});
