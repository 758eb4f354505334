import { mkdtempSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { createAllowList } from '../../../src/services/allow-list.ts';

function appWith(options: unknown, env: Readonly<Record<string, string>> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'hearken-app-'));
  writeFileSync(join(data, 'options.json'), JSON.stringify(options));
  return loadConfig({ env: { SUPERVISOR_TOKEN: 'of-the-supervisor', HEARKEN_DATA: data, ...env } });
}

describe('loadConfig inside the Home Assistant app', () => {
  it('reads the options that the Supervisor writes, below everything else', () => {
    const config = appWith(
      { log: { level: 'debug', content: true }, tts: { speed: 1.5 } },
      { HEARKEN_LOG_LEVEL: 'warn' },
    );
    expect(config.log).toMatchObject({ level: 'warn', content: true });
    expect(config.tts.speed).toBe(1.5);
  });

  it('says which of its options is wrong', () => {
    expect(() => appWith({ lgo: {} })).toThrow(/options\.json: unknown setting "lgo"/);
  });

  it('keeps its files in the volume of the app', () => {
    const { directories } = loadConfig({ env: { SUPERVISOR_TOKEN: 'of-the-supervisor' } });
    expect(directories).toEqual({ data: '/data', cache: '/data/cache' });
  });

  it('lets the containers of this Home Assistant speak Wyoming to it, and no other machine', () => {
    const isAllowed = createAllowList(appWith({}).wyoming.allow);
    expect(['172.30.32.1', '172.30.32.2', '172.30.33.7', '127.0.0.1'].map(isAllowed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['192.168.1.20', '172.30.34.1', '10.0.0.1'].map(isAllowed)).toEqual([false, false, false]);
  });

  it('lets the person allow other machines instead', () => {
    expect(appWith({ wyoming: { allow: ['192.168.1.0/24'] } }).wyoming.allow).toEqual(['192.168.1.0/24']);
  });

  it('answers to the name by which Home Assistant calls it', () => {
    expect(appWith({}).api.names).toEqual([hostname().toLowerCase()]);
  });

  it('knows whether a language was chosen', () => {
    expect(appWith({}).app?.isLanguageChosen).toBe(false);
    expect(appWith({ language: 'en' }).app?.isLanguageChosen).toBe(true);
    expect(appWith({}, { HEARKEN_LANGUAGE: 'de' }).app?.isLanguageChosen).toBe(true);
  });

  it('shows the token of the Supervisor in no printed settings', () => {
    expect(JSON.stringify(appWith({}))).not.toContain('of-the-supervisor');
  });

  it('is not in the app without the token of a Supervisor', () => {
    expect(loadConfig({ env: { HEARKEN_SUPERVISOR: 'http://127.0.0.1:1' } }).app).toBeUndefined();
  });
});
