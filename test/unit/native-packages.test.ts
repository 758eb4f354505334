/** Linux on x64 and arm64 are supported, so every package with native code must have both builds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageDirectory } from '../../src/model-store/model-directories.ts';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const lock = lockSchema.parse(JSON.parse(readFileSync(join(packageDirectory, 'package-lock.json'), 'utf8')));

/** Packages that bring native code as one optional package per platform. */
const families = Object.entries(lock.packages).flatMap(([key, { cpu, optionalDependencies = {} }]) => {
  // A build's own library, as sharp's libvips, is for its platform alone.
  if (cpu) return [];
  const builds = Object.keys(optionalDependencies).flatMap((name) => {
    const entry = lock.packages[`node_modules/${name}`];
    return entry?.cpu && entry.os ? [{ name, ...entry }] : [];
  });
  return builds.length > 0 ? [{ name: key.replace(/^.*node_modules\//u, ''), builds }] : [];
});

describe('packages with native code', () => {
  it('are found in the lock file', () => {
    expect(families.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['sherpa-onnx-node', 'oxlint', 'sharp']),
    );
  });

  it.each(families.map(({ name, builds }) => [name, builds] as const))(
    '%s has builds for linux on x64 and arm64',
    (_, builds) => {
      const linux = builds.filter(
        ({ os, libc }) => os?.includes('linux') && (libc?.includes('glibc') ?? true),
      );
      expect(linux.flatMap(({ cpu }) => cpu ?? [])).toEqual(expect.arrayContaining(['x64', 'arm64']));
    },
  );

  it.each(['x64', 'arm64'])('onnxruntime-node brings its library for linux on %s', (cpu) => {
    const bin = join(packageDirectory, 'node_modules/onnxruntime-node/bin');
    const builds = readdirSync(bin).map((napi) => join(bin, napi, 'linux', cpu));
    const [build] = builds.filter((path) => existsSync(path));
    expect(readdirSync(build!)).toEqual(
      expect.arrayContaining(['onnxruntime_binding.node', expect.stringMatching(/^libonnxruntime\.so/u)]),
    );
  });

  it('run no install script that this project would need', () => {
    const scripted = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([key]) => key.replace(/^.*node_modules\//u, ''))
      .sort();
    // Each works without its script: onnxruntime-node's fetches GPU libraries, sharp's only looks for a compiler,
    // protobufjs' prints advice, fsevents is for macOS' file watcher.
    expect(['fsevents', 'onnxruntime-node', 'protobufjs', 'sharp']).toEqual(expect.arrayContaining(scripted));
  });
});
