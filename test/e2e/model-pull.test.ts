import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openFileServer } from '../support/file-server.ts';
import { tempDir } from '../support/temp-dir.ts';
import { serveTestCatalog } from '../support/test-catalog.ts';

const compiled = new URL('../../dist/model-store/pull-models.js', import.meta.url);

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
