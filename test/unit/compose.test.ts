/** `compose.yaml` names services, settings and ports of this program: they have to exist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { leaves } from '../../src/config/leaves.ts';
import { loadConfig } from '../../src/config/load.ts';
import { packageDirectory } from '../../src/model-store/model-directories.ts';

const service = z.looseObject({
  image: z.string(),
  profiles: z.array(z.string()).default([]),
  command: z.array(z.string()).default(['serve']),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  logging: z
    .looseObject({ options: z.looseObject({ 'max-size': z.string(), 'max-file': z.string() }) })
    .optional(),
});

const file = readFileSync(join(packageDirectory, 'compose.yaml'), 'utf8');
const { services, volumes } = z
  .looseObject({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(file, { merge: true }));

/** As compose fills it in when nobody set anything: `${NAME:-default}`. */
const filled = (text: string): string => text.replaceAll(/\$\{\w+:-([^}]*)\}/gu, '$1');

type Service = z.output<typeof service>;
const ours = Object.entries(services).filter(([name]) => name !== 'postgres');
const named = (name: string): Service => service.parse(services[name]);
const configOf = ({ command, environment }: Service) => {
  const env = Object.entries(environment).map(([key, value]) => [key, filled(value)] as const);
  const only = command.indexOf('--only');
  const flags = only === -1 ? {} : { only: command[only + 1] };
  return loadConfig({ env: Object.fromEntries(env), flags });
};

describe('compose.yaml', () => {
  it('sets nothing that the program does not know', () => {
    const known = leaves.map(({ env }) => env);
    const used = ours.flatMap(([, { environment }]) => Object.keys(environment));
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('starts all in one alone when no profile is asked for', () => {
    const always = ours.filter(([, { profiles }]) => profiles.length === 0);
    expect(always.map(([name]) => name)).toEqual(['hearken']);
    const { stt, tts, wake, only } = configOf(named('hearken'));
    expect([stt.engines, tts.engines, wake.engines, only]).toEqual([['local'], ['local'], ['local'], []]);
  });

  it('lets the agent of the split profile find a service for each engine, and start after them', () => {
    const agent = configOf(named('agent'));
    for (const kind of ['stt', 'tts', 'wake'] as const) {
      const [uri = '', ...others] = agent[kind].engines;
      expect(others).toEqual([]);
      const { hostname, port } = new URL(uri.replace('tcp:', 'http:'));
      const worker = configOf(named(hostname));
      expect(worker.only).toEqual([kind]);
      expect(worker.wyoming.port).toBe(Number(port));
      expect(named('agent').depends_on[hostname]).toEqual({ condition: 'service_healthy' });
    }
    expect(agent.api.names).toContain('agent');
  });

  it('opens no door to a part of the split profile but the agent', () => {
    const split = ours.filter(([, { profiles }]) => profiles.includes('split'));
    const open = split.filter(([, { ports }]) => ports.length > 0);
    expect(open.map(([name]) => name)).toEqual(['agent']);
    const { wyoming, api } = configOf(named('agent'));
    expect(named('agent').ports).toEqual([`${wyoming.port}:${wyoming.port}`, `${api.port}:${api.port}`]);
  });

  it('gives every container a volume of its own and no other right', () => {
    for (const [name, { read_only, cap_drop, volumes: mounted, profiles }] of ours) {
      expect({ name, read_only, cap_drop }).toEqual({ name, read_only: true, cap_drop: ['ALL'] });
      expect(mounted).toHaveLength(1);
      const [volume, path] = mounted[0]?.split(':') ?? [];
      expect(path).toBe('/data');
      expect(Object.keys(volumes)).toContain(volume);
      // The agent takes the place of the whole: both never run at once.
      if (profiles.length > 0 && name !== 'agent') expect(volume).toBe(name);
    }
  });
});

describe('the log of a container', () => {
  it('has an end', () => {
    for (const [name, { logging }] of ours)
      expect({ name, ...logging?.options }).toMatchObject({ name, 'max-size': '10m', 'max-file': '3' });
  });
});

describe('the Dockerfile', () => {
  it('names no processor, so that every platform builds from it', () => {
    const lines = readFileSync(join(packageDirectory, 'Dockerfile'), 'utf8').split('\n');
    const code = lines.filter((line) => !line.startsWith('#')).join('\n');
    expect(code).not.toMatch(/amd64|arm64|x64|x86|aarch64/iu);
    expect(code).toMatch(/^USER 10001/mu);
    expect(code.match(/^VOLUME .*$/gmu)).toEqual(['VOLUME /data']);
  });
});
