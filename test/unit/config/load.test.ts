import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaves } from '../../../src/config/leaves.ts';
import { loadConfig } from '../../../src/config/load.ts';

const emptyDir = mkdtempSync(join(tmpdir(), 'hearken-config-'));

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hearken-config-')), 'hearken.yaml');
  writeFileSync(path, text);
  return path;
}

const noFile = fileWith('');

describe('loadConfig', () => {
  it('has a default for every setting', () => {
    const config = loadConfig({ env: {}, file: noFile });
    expect(config.wyoming).toEqual({ host: '127.0.0.1', port: 10_600, allow: [] });
    expect(config.log.level).toBe('info');
  });

  it('lets a flag win over the environment, the environment over the file, the file over the app options', () => {
    const file = fileWith('wyoming: { port: 3, host: file, allow: [10.0.0.1] }\nlog: { level: warn }');
    const config = loadConfig({
      file,
      appOptions: { wyoming: { port: 4, host: 'app' }, log: { level: 'error', content: true } },
      env: { HEARKEN_WYOMING_PORT: '2', HEARKEN_WYOMING_HOST: 'env' },
      flags: { port: '1' },
    });
    expect(config.wyoming).toEqual({ port: 1, host: 'env', allow: ['10.0.0.1'] });
    expect(config.log).toMatchObject({ level: 'warn', content: true });
  });

  it("uses the Supervisor's socket and token inside the app, unless another home is set", () => {
    const env = { SUPERVISOR_TOKEN: 'of-the-supervisor' };
    const inside = loadConfig({ env, file: noFile }).home;
    expect(inside.url).toBe('ws://supervisor/core/websocket');
    expect(inside.token.reveal()).toBe('of-the-supervisor');
    const other = loadConfig({
      env: { ...env, HEARKEN_HOME_URL: 'http://10.0.0.2:8123' },
      file: noFile,
    }).home;
    expect(other.token.reveal()).toBe('');
  });

  it('announces nothing in the network inside the app, where the Supervisor does', () => {
    const flags = { zeroconf: 'on' };
    expect(loadConfig({ env: {}, flags, file: noFile }).discovery.zeroconf).toBe('on');
    const env = { SUPERVISOR_TOKEN: 'of-the-supervisor' };
    expect(loadConfig({ env, flags, file: noFile }).discovery.zeroconf).toBe('off');
  });

  it('reads lists from text with commas', () => {
    const config = loadConfig({ env: { HEARKEN_WYOMING_ALLOW: '10.0.0.0/8, ::1' }, file: noFile });
    expect(config.wyoming.allow).toEqual(['10.0.0.0/8', '::1']);
  });

  it('reads lists of objects alike from a flag, a variable and the file', () => {
    const words = [{ phrase: 'good morning house', refractoryMs: 500 }];
    const text = '[{ phrase: good morning house, refractory_ms: 500 }]';
    expect(loadConfig({ env: {}, file: noFile, flags: { wake: text } }).wake.words).toEqual(words);
    expect(loadConfig({ env: { HEARKEN_WAKE: text }, file: noFile }).wake.words).toEqual(words);
    expect(loadConfig({ env: {}, file: fileWith(`wake: ${text}`) }).wake.words).toEqual(words);
  });

  it('names the nearest setting for an unknown key in the file', () => {
    expect(() => loadConfig({ env: {}, file: fileWith('wyoming: { prot: 1 }') })).toThrow(
      /unknown setting "wyoming\.prot"; did you mean "port"\?/,
    );
  });

  it('names the nearest variable for an unknown one in the environment', () => {
    expect(() => loadConfig({ env: { HEARKEN_WYOMING_PROT: '1' }, file: noFile })).toThrow(
      /HEARKEN_WYOMING_PROT; did you mean "HEARKEN_WYOMING_PORT"\?/,
    );
  });

  it('says how a wrong value can be set', () => {
    expect(() => loadConfig({ env: {}, file: noFile, flags: { port: '70000' } })).toThrow(
      /wyoming\.port: .*--port, HEARKEN_WYOMING_PORT or wyoming\.port in hearken\.yaml/,
    );
    expect(() => loadConfig({ env: {}, file: noFile, flags: { port: 'many' } })).toThrow(
      /--port must be a number/,
    );
  });

  it('refuses a named file that is not there', () => {
    expect(() => loadConfig({ env: {}, file: join(emptyDir, 'none.yaml') })).toThrow(/config file not found/);
  });

  it('points into a file that is no YAML', () => {
    expect(() => loadConfig({ env: {}, file: fileWith('wyoming: [') })).toThrow(/line 1/);
  });

  it('gives a config nobody can change', () => {
    const config = loadConfig({ env: {}, file: noFile });
    expect(Object.isFrozen(config.wyoming)).toBe(true);
  });
});

describe('leaves', () => {
  it('have one flag and one variable each', () => {
    expect(new Set(leaves.map((leaf) => leaf.flag)).size).toBe(leaves.length);
    expect(new Set(leaves.map((leaf) => leaf.env)).size).toBe(leaves.length);
  });

  it('have a default that the schema accepts, shown to people', () => {
    expect(
      leaves.filter((leaf) => leaf.node.default === undefined && !leaf.isSecret).map((leaf) => leaf.key),
    ).toEqual([]);
  });
});
