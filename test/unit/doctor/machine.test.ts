import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingLines } from '../../../src/doctor/finding.ts';
import { judgeMachine, readMachine, type MachineFacts } from '../../../src/doctor/machine.ts';

const good: MachineFacts = {
  nodeVersion: '20.19.0',
  platform: 'linux',
  arch: 'arm64',
  cpuCount: 4,
  memoryBytes: 4 * 1024 ** 3,
  freeDiskBytes: 50e9,
};

describe('judgeMachine', () => {
  it('finds nothing wrong with a machine that has everything', () => {
    expect(new Set(judgeMachine(good).map(({ verdict }) => verdict))).toEqual(new Set(['ok']));
  });

  it.each([
    ['an old Node', { nodeVersion: '20.18.3' }, 'node', 'problem'],
    ['a much older Node', { nodeVersion: '18.20.0' }, 'node', 'problem'],
    ['an untested system', { platform: 'darwin' }, 'platform', 'warning'],
    ['a processor without a build', { arch: 'arm' }, 'platform', 'problem'],
    ['little memory', { memoryBytes: 512 * 1024 ** 2 }, 'memory', 'warning'],
    ['a single core', { cpuCount: 1 }, 'processor', 'warning'],
    ['a full disk', { freeDiskBytes: 1e8 }, 'disk', 'warning'],
  ] as const)('tells %s and how to fix it', (_, change, topic, verdict) => {
    const bad = judgeMachine({ ...good, ...change }).filter((finding) => finding.verdict !== 'ok');
    expect(bad.map((finding) => [finding.topic, finding.verdict])).toEqual([[topic, verdict]]);
    expect(bad[0]?.fix).toBeTruthy();
  });

  it('accepts a newer major of Node', () => {
    expect(judgeMachine({ ...good, nodeVersion: '24.1.0' })[0]?.verdict).toBe('ok');
  });
});

describe('readMachine', () => {
  it('reads this machine', async () => {
    const facts = await readMachine(tmpdir());
    expect(facts.cpuCount).toBeGreaterThan(0);
    expect(facts.memoryBytes).toBeGreaterThan(0);
    expect(facts.freeDiskBytes).toBeGreaterThan(0);
  });

  it('looks at the disk of a directory that is still to be made', async () => {
    const facts = await readMachine(join(tmpdir(), 'not', 'there'));
    expect(facts.freeDiskBytes).toBeGreaterThan(0);
  });
});

describe('findingLines', () => {
  it('puts the fix below the finding', () => {
    expect(findingLines({ topic: 'disk', verdict: 'warning', message: 'full', fix: 'make room' })).toEqual([
      'warning  disk: full',
      '         fix: make room',
    ]);
  });
});
