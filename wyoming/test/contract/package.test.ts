import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const packageDirectory = fileURLToPath(new URL('../../', import.meta.url));
const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

/** A strict project of someone else; `skipLibCheck` is off, so that our declarations are checked too. */
const tsconfig = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'ESNext.Disposable'],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    outDir: 'out',
    types: ['node'],
  },
  include: ['example.ts'],
};

describe('the packed package in an empty project', () => {
  let project = '';

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'wyoming-package-'));
    await run(process.execPath, [tsc, '-b', packageDirectory]);
    const packed = await run('npm', ['pack', '--silent', '--pack-destination', project], {
      cwd: packageDirectory,
    });
    await writeFile(join(project, 'package.json'), '{"type":"module","private":true}');
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
    const readme = await readFile(join(packageDirectory, 'README.md'), 'utf8');
    await writeFile(join(project, 'example.ts'), /```ts\n([^]*?)```/.exec(readme)?.[1] ?? '');
    const wanted = [`./${packed.stdout.trim()}`, '@types/node@20'];
    await run('npm', ['install', '--silent', '--no-audit', '--no-fund', ...wanted], { cwd: project });
  }, 120_000);
  afterAll(() => rm(project, { recursive: true }));

  it('has its declarations, readme and licence, and no test', async () => {
    const files = await run('find', ['node_modules/wyoming-ts', '-type', 'f'], { cwd: project });
    expect(files.stdout).toContain('wyoming-ts/dist/index.d.ts');
    expect(files.stdout).toContain('wyoming-ts/README.md');
    expect(files.stdout).toContain('wyoming-ts/LICENSE');
    expect(files.stdout).not.toContain('test');
  });

  it('brings zod and nothing else', async () => {
    const listed = await run('npm', ['ls', '--all', '--parseable', '--omit=dev'], { cwd: project });
    const names = listed.stdout.split('\n').map((path) => path.split('node_modules/')[1] ?? '');
    expect(names.filter((name) => name && !name.includes('types')).sort()).toEqual(['wyoming-ts', 'zod']);
  });

  it('compiles and runs the example of the readme', async () => {
    await run(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: project });
    const printed = await run(process.execPath, ['out/example.js'], { cwd: project });
    expect(printed.stdout).toBe('I heard 3200 bytes\n');
  });
});
