import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { checkModels } from '../../src/model-store/check-models.ts';
import { loadCatalog } from '../../src/model-store/catalog.ts';
import { modelDirectories } from '../../src/model-store/model-directories.ts';
import { pullModels } from '../../src/model-store/download/pull-models.ts';
import { resolveModels } from '../../src/model-store/resolve-models.ts';
import { openFileServer } from '../support/file-server.ts';
import { describeReal, modelsDir } from '../support/real-models.ts';
import { tempDir } from '../support/temp-dir.ts';
import { serveTestCatalog } from '../support/test-catalog.ts';
import { tinyDisk } from '../support/tiny-disk.ts';

const { signal } = new AbortController();

const compiled = new URL('../../dist/model-store/download/pull-models.js', import.meta.url);

/** Another process that pulls the voice and prints the kind of its last event. */
async function pullElsewhere(catalog: unknown, dir: string): Promise<string> {
  const program = `
    import { pullModels } from ${JSON.stringify(compiled.href)};
    const { catalog, dir } = JSON.parse(process.argv[1]);
    let last;
    const signal = new AbortController().signal;
    for await (const event of pullModels({ ids: ['voice'], catalog, dir, signal })) last = event;
    process.stdout.write(JSON.stringify(last));`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, JSON.stringify({ catalog, dir })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return output;
}

describe('two processes that want the same model', () => {
  it('fetch it once and both find it', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    const ends = await Promise.all([pullElsewhere(catalog, dir.path), pullElsewhere(catalog, dir.path)]);
    expect(ends.map((end) => JSON.parse(end))).toEqual(
      expect.arrayContaining([
        { kind: 'installed', id: 'voice', wasThere: false },
        { kind: 'installed', id: 'voice', wasThere: true },
      ]),
    );
    expect(server.requests).toHaveLength(1);
  });
});

describe('a disk that fills in the middle', () => {
  it('ends the download with the reason and keeps no half file', async (context) => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    using disk = tinyDisk(dir.path);
    if (!disk)
      return context.skip('this user may not mount a small disk; a unit test writes to /dev/full instead');
    const catalog = serveTestCatalog(server);
    const ports = { freeBytes: async () => Number.MAX_SAFE_INTEGER };
    const events = [];
    for await (const event of pullModels({ ids: ['vad'], catalog, dir: dir.path, signal, ports }))
      events.push(event);
    expect(events.at(-1)).toMatchObject({
      kind: 'failed',
      cause: 'disk',
      reason: expect.stringMatching(/^the disk is full while writing/u),
    });
    expect(existsSync(join(dir.path, 'vad'))).toBe(false);
    return undefined;
  });
});

describeReal('the shared models beside the checkout', ['models/SHA256SUMS'], () => {
  it('have the bytes that their list of hashes says', async () => {
    const dirs = modelDirectories({ configured: [modelsDir], cacheDir: '/nonexistent' });
    const inventory = await resolveModels({ dirs, catalog: await loadCatalog(), signal });
    const checks = [];
    for await (const check of checkModels({ inventory, dirs, signal })) checks.push(check);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
  });
});
