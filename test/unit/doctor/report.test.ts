import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { leaves } from '../../../src/config/leaves.ts';
import { loadConfig } from '../../../src/config/load.ts';
import type { Finding } from '../../../src/doctor/finding.ts';
import { makeReport } from '../../../src/doctor/report.ts';

const machine = {
  nodeVersion: '24.0.0',
  platform: 'linux',
  arch: 'x64',
  cpuCount: 2,
  memoryBytes: 4e9,
  freeDiskBytes: 9e9,
};

function reportOf(env: Readonly<Record<string, string>>, findings: readonly Finding[] = []): string {
  const settings = loadConfig({ env });
  return JSON.stringify(makeReport({ machine, findings, settings, leaves, nowMs: 0 }));
}

describe('makeReport', () => {
  it('tells no token, no address and no name', () => {
    const report = reportOf(
      {
        HEARKEN_HOME_URL: 'http://home-of-the-millers.lan:8123',
        HEARKEN_HOME_TOKEN: 'very-secret',
        HEARKEN_WYOMING_ALLOW: '192.168.7.9',
        HEARKEN_API_NAMES: 'millers.lan',
      },
      [
        { topic: 'satellites', verdict: 'warning', message: "Anna's room waits longer than needed" },
        { topic: 'port', verdict: 'ok', message: 'Hearken runs on 192.168.7.3:10600' },
        { topic: 'home', verdict: 'problem', message: 'http://millers.lan:8123 does not answer' },
        { topic: 'models', verdict: 'problem', message: `${homedir()}/models is damaged` },
      ],
    );
    for (const personal of ['millers', 'very-secret', '192.168', 'Anna', homedir()])
      expect(report).not.toContain(personal);
    expect(JSON.parse(report)).toMatchObject({
      settings: { 'home.url': '(set)', 'wyoming.allow': '(1 entries)' },
      findings: [{}, { message: 'Hearken runs on (address):10600' }, {}, { message: '~/models is damaged' }],
    });
  });

  it('tells figures, switches and choices that differ from the defaults', () => {
    const { settings } = JSON.parse(reportOf({ HEARKEN_TTS_SPEED: '1.5', HEARKEN_LOG_LEVEL: 'debug' })) as {
      settings: Record<string, unknown>;
    };
    expect(settings).toMatchObject({ 'tts.speed': 1.5, 'log.level': 'debug' });
    expect(settings).not.toHaveProperty('stt.endpointing');
  });
});
