import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** The parts of the checkout that carry public names, as somebody has them who publishes. */
function publishersCopy(repository: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'hearken-publisher-')), 'hearken');
  const parts = [
    'scripts',
    'custom_components',
    'ha-addon',
    'docs',
    'models/catalog.json',
    'wyoming/package.json',
    'THIRD_PARTY_NOTICES',
  ];
  const files = ['README.md', 'package-lock.json', 'CHANGELOG.md', 'repository.yaml', 'hacs.json'];
  for (const part of [...parts, ...files]) cpSync(join(root, part), join(copy, part), { recursive: true });
  for (const part of ['dist', 'node_modules', 'src']) symlinkSync(join(root, part), join(copy, part));
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object;
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...description, repository }));
  return copy;
}

describe('a publisher who fills in the repository', () => {
  it('gets every public name from it, and nothing holds before they are made', async () => {
    const copy = publishersCopy('github:some-body/a-voice');
    const inCopy = async (name: string, ...args: string[]) =>
      await run(process.execPath, [join(copy, 'scripts', name), ...args]);
    await expect(inCopy('release-check.js')).rejects.toMatchObject({
      stderr: expect.stringContaining('npm run generate') as string,
    });
    await inCopy('generate.js');
    await inCopy('generate.js', '--check');
    await inCopy('release-check.js', '--repository', 'Some-Body/A-Voice');
    const text = (path: string) => readFileSync(join(copy, path), 'utf8');
    const url = 'https://github.com/some-body/a-voice';
    expect(parse(text('ha-addon/config.yaml'))).toMatchObject({
      url,
      image: 'ghcr.io/some-body/a-voice-app',
    });
    expect(parse(text('repository.yaml'))).toEqual({ name: 'Hearken', url, maintainer: 'some-body' });
    expect(JSON.parse(text('custom_components/hearken/manifest.json'))).toMatchObject({
      codeowners: ['@some-body'],
      documentation: `${url}#readme`,
      issue_tracker: `${url}/issues`,
    });
    expect(JSON.parse(text('wyoming/package.json'))).toMatchObject({
      repository: { url: `git+${url}.git`, directory: 'wyoming' },
    });
    const out = join(copy, 'published');
    await inCopy('package-app.js', '--published', '--out', out);
    expect(parse(readFileSync(join(out, 'config.yaml'), 'utf8'))).toMatchObject({
      image: 'ghcr.io/some-body/a-voice-app',
    });
    expect(existsSync(join(out, 'Dockerfile'))).toBe(false);
    // Five programs one after the other, each of which loads the whole tree of settings.
  }, 180_000);

  it('is told when it is published from elsewhere', async () => {
    const copy = publishersCopy('github:some-body/a-voice');
    await run(process.execPath, [join(copy, 'scripts/generate.js')]);
    const check = run(process.execPath, [
      join(copy, 'scripts/release-check.js'),
      '--repository',
      'other/fork',
    ]);
    await expect(check).rejects.toMatchObject({ stderr: expect.stringContaining('other/fork') as string });
  }, 180_000);
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
