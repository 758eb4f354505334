import { describe, expect, it } from 'vitest';
import { judgeSatellites } from '../../../src/doctor/satellites.ts';
import type { SatelliteSetting } from '../../../src/home/model/satellite-setting.ts';

const satellite = (name: string, detection: string): SatelliteSetting => ({
  entityId: `select.${name}_finished_speaking_detection`,
  name,
  detection,
});
const house = [
  satellite('kitchen', 'relaxed'),
  satellite('hall', 'default'),
  satellite('attic', 'aggressive'),
];

describe('judgeSatellites', () => {
  it('names those that wait longer than needed, with the fix', () => {
    const findings = judgeSatellites({ satellites: house, endsSentences: false });
    const [slow, ...others] = findings.filter(({ message }) => message.includes('longer than needed'));
    expect(slow).toMatchObject({ verdict: 'warning', message: expect.stringContaining('kitchen') });
    expect(slow?.fix).toContain('default');
    expect(others).toEqual([]);
  });

  it('names those that cut people off', () => {
    const findings = judgeSatellites({ satellites: house, endsSentences: false });
    expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('attic'));
  });

  it('has nothing against any setting when the server hears the end', () => {
    const findings = judgeSatellites({ satellites: house, endsSentences: true });
    expect(findings.map(({ verdict }) => verdict)).toEqual(['ok']);
  });

  it('says nothing without satellites', () => {
    expect(judgeSatellites({ satellites: [], endsSentences: false })).toEqual([]);
  });
});
