import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractArchive } from '../../../../src/model-store/download/extract-archive.ts';
import { extractInWorker } from '../../../../src/model-store/download/extract-in-worker.ts';
import { filesBelow } from '../../../../src/model-store/download/hash-file.ts';
import * as archives from '../../../support/archives.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const keep = ['voice.onnx', 'tokens.txt', 'espeak-ng-data/'];

async function unpack(archive: Uint8Array, into: string): Promise<void> {
  const archivePath = `${into}.tar.bz2`;
  await writeFile(archivePath, archive);
  await extractArchive({ archivePath, into, keep });
}

describe('extractArchive', () => {
  it('puts only the wanted files down, without the top directory', async () => {
    await using dir = await tempDir();
    await unpack(archives.voice, dir.path);
    expect(await filesBelow(dir.path)).toEqual([
      'espeak-ng-data/lang/en',
      'espeak-ng-data/phondata',
      'tokens.txt',
      'voice.onnx',
    ]);
    expect(await readFile(join(dir.path, 'voice.onnx'), 'utf8')).toBe('weights');
  });

  it.each([
    ['a path with ".."', archives.parentPath, /leaves its directory/u],
    ['an absolute path', archives.absolutePath, /absolute path/u],
    ['a symbolic link in the place of a file', archives.symlink, /is a SymbolicLink/u],
    ['a hard link in the place of a file', archives.hardlink, /is a Link/u],
    ['content out of all proportion', archives.bomb, /unpacks to more than/u],
  ])('refuses %s', async (_, archive, reason) => {
    await using dir = await tempDir();
    await expect(unpack(archive, dir.path)).rejects.toMatchObject({ code: 'MODEL_CORRUPT', message: reason });
    expect(existsSync(join(dir.path, '..', 'evil.txt'))).toBe(false);
    expect(existsSync('/tmp/evil.txt')).toBe(false);
  });

  it('writes a file where the archive has a link as its directory, never through the link', async () => {
    await using dir = await tempDir();
    await unpack(archives.linkedDirectory, dir.path);
    expect(await filesBelow(dir.path)).toEqual(['espeak-ng-data/evil.txt']);
    expect(existsSync('/tmp/evil.txt')).toBe(false);
  });

  it('ignores a link nobody wants', async () => {
    await using dir = await tempDir();
    await unpack(archives.strangerLink, dir.path);
    expect(await filesBelow(dir.path)).toEqual(['voice.onnx']);
  });

  it.each([
    ['cut off', archives.truncated],
    ['damaged', archives.damaged],
    ['no bzip2 at all', Buffer.from('not an archive')],
    ['empty', Buffer.alloc(0)],
  ])('fails for an archive that is %s', async (_, archive) => {
    await using dir = await tempDir();
    await expect(unpack(archive, dir.path)).rejects.toThrow();
  });
});

describe('extractInWorker', () => {
  it('unpacks in another thread and reports success', async () => {
    await using dir = await tempDir();
    const archivePath = `${dir.path}.tar.bz2`;
    await writeFile(archivePath, archives.voice);
    const { signal } = new AbortController();
    expect(await extractInWorker({ archivePath, into: dir.path, keep }, signal)).toEqual({ kind: 'ok' });
    expect(await filesBelow(dir.path)).toContain('voice.onnx');
  });

  it('reports why it failed', async () => {
    await using dir = await tempDir();
    const archivePath = `${dir.path}.tar.bz2`;
    await writeFile(archivePath, archives.parentPath);
    const { signal } = new AbortController();
    expect(await extractInWorker({ archivePath, into: dir.path, keep }, signal)).toMatchObject({
      kind: 'failed',
      isDiskFull: false,
      reason: expect.stringMatching(/leaves its directory/u),
    });
  });
});
