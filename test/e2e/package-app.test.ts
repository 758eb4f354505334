import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { namesOf } from '../../scripts/generate/repository-names.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

const script = async (name: string, ...args: string[]) =>
  await run(process.execPath, [join(root, 'scripts', name), ...args]);

describe('npm run package:app', () => {
  it('makes a folder that names no image and has all that it is built from', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'hearken-package-')), 'hearken');
    await script('package-app.js', '--out', out);
    const config = parse(readFileSync(join(out, 'config.yaml'), 'utf8')) as Record<string, unknown>;
    expect(config).not.toHaveProperty('image');
    const dockerfile = readFileSync(join(out, 'Dockerfile'), 'utf8');
    expect(dockerfile.trimEnd()).toMatch(/USER 0:0$/);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    expect(copied.length).toBeGreaterThan(3);
    for (const path of copied) expect(existsSync(join(out, path)), path).toBe(true);
    for (const path of ['DOCS.md', 'CHANGELOG.md', 'apparmor.txt', 'icon.png', 'logo.png'])
      expect(existsSync(join(out, path)), path).toBe(true);
    expect(existsSync(join(out, 'node_modules'))).toBe(false);
  });
});

describe('the public names', () => {
  it('come from the repository alone, as npm writes it', () => {
    const names = {
      url: 'https://github.com/Some-Body/Hearken',
      issues: 'https://github.com/Some-Body/Hearken/issues',
      owner: 'Some-Body',
      image: 'ghcr.io/some-body/hearken',
      appImage: 'ghcr.io/some-body/hearken-app',
    };
    for (const repository of [
      'Some-Body/Hearken',
      'github:Some-Body/Hearken',
      'git+https://github.com/Some-Body/Hearken.git',
      'git@github.com:Some-Body/Hearken.git',
    ])
      expect(namesOf(repository)).toEqual(names);
  });

  it('are not made up', () => {
    expect(namesOf(undefined)).toBeUndefined();
    expect(() => namesOf('https://example.org/hearken')).toThrow(/none on GitHub/);
  });
});

describe('npm run release:check', () => {
  it('finds one version in every part', async () => {
    const { stdout } = await script('release-check.js');
    expect(stdout).toMatch(/everywhere/);
  });

  it('refuses a tag of another version', async () => {
    await expect(script('release-check.js', '--tag', 'v99.0.0')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the tag says 99.0.0') as string,
    });
  });
});
