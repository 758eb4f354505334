import { describe, expect, it } from 'vitest';
import { voiceNames } from '../../../../src/home/model/voice-names.ts';

const device = (name: string, byUser: string | null = null) => ({
  id: 'd',
  name,
  name_by_user: byUser,
  area_id: null,
  parent_device_id: null,
});
const entry = (fields: Partial<Parameters<typeof voiceNames>[0]>) => ({
  name: null,
  original_name: null,
  aliases: [null],
  area_id: null,
  ...fields,
});

describe('voiceNames', () => {
  it('puts the computed name where null stands among the aliases', () => {
    const names = voiceNames(
      entry({ aliases: ['reading lamp', null], original_name: 'Lamp' }),
      device('Desk'),
      undefined,
    );
    expect(names).toEqual(['reading lamp', 'Desk Lamp']);
  });

  it('has no name when the user took every alias away', () => {
    expect(voiceNames(entry({ aliases: [], original_name: 'Lamp' }), device('Desk'), undefined)).toEqual([]);
  });

  it('drops the computed name when null is not among the aliases', () => {
    expect(voiceNames(entry({ aliases: ['only this'] }), device('Desk'), undefined)).toEqual(['only this']);
  });

  it('leaves the device name out for an entity with an area of its own', () => {
    const power = entry({ original_name: 'Power', area_id: 'kitchen' });
    expect(voiceNames(power, device('Bed Lamp'), undefined)).toEqual(['Power']);
  });

  it('does not say the device name twice', () => {
    const prefixed = entry({ original_name: 'Bed Lamp Power' });
    expect(voiceNames(prefixed, device('Bed Lamp'), undefined)).toEqual(['Bed Lamp Power']);
  });

  it('uses the name the user gave the device, and the device alone for its main entity', () => {
    expect(voiceNames(entry({}), device('TRADFRI 123', 'Night Light'), undefined)).toEqual(['Night Light']);
  });

  it('puts the parent device in front', () => {
    const names = voiceNames(entry({ original_name: 'Left' }), device('Outlet'), device('Power Strip'));
    expect(names).toEqual(['Power Strip Outlet Left']);
  });
});
