import { describe, expect, it } from 'vitest';
import { policyOptions, type PolicyInput } from '../../../../src/agent/act/options.ts';
import { createPermission } from '../../../../src/agent/act/permission.ts';
import type { Subject } from '../../../../src/agent/act/rule.ts';
import type { Speaker } from '../../../../src/agent/speaker.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = {
  ...demoModel(),
  satelliteDevices: new Map([['device of the kids', 'assist_satellite.kids']]),
};
const lamp: Subject = {
  domain: 'light',
  service: 'light.turn_on',
  entityId: 'light.kitchen_ceiling',
  areaId: 'kitchen',
  risk: 'harmless',
};
const user: Speaker = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: null,
  deviceId: null,
  userId: 'mia',
};

function denialOf(input: PolicyInput, subject: Partial<Subject> = {}, speaker: Partial<Speaker> = {}) {
  const permission = createPermission(policyOptions.parse(input));
  const asker = { speaker: { ...user, ...speaker }, origin: { path: 'local' } } as const;
  return permission([{ ...lamp, ...subject }], asker, model);
}

const mia = { person: 'mia', role: 'teenager' };

describe('a role of the household', () => {
  it('does nothing that it does not name', () => {
    const policy = { people: [mia], roles: [{ role: 'teenager', allow: [{ domains: ['fan'] }] }] };
    expect(denialOf(policy)).toEqual({ by: 'role', role: 'other' });
    expect(denialOf(policy, { domain: 'fan' })).toBeNull();
  });

  it.each([
    [{ services: ['light.turn_on'] }, { services: ['light.turn_off'] }],
    [{ areas: ['Kitchen'] }, { areas: ['Bedroom'] }],
    [{ areas: ['kitchen'] }, { areas: ['nowhere'] }],
    [{ entities: ['light.kitchen_ceiling'] }, { entities: ['light.desk_lamp'] }],
    [{ risks: ['harmless'] }, { risks: ['less-safe'] }],
    [
      { domains: ['light'], areas: ['Kitchen'] },
      { domains: ['light'], areas: ['Bedroom'] },
    ],
  ] as const)('is asked whether %j fits, not %j', (fitting, other) => {
    const policy = (rule: object): PolicyInput => ({
      people: [mia],
      roles: [{ role: 'teenager', allow: [rule] }],
    });
    expect(denialOf(policy(fitting))).toBeNull();
    expect(denialOf(policy(other))).toEqual({ by: 'role', role: 'other' });
  });

  it('adds to the ready-made one it is like, and takes away by deny', () => {
    const policy: PolicyInput = {
      people: [mia],
      roles: [
        {
          role: 'teenager',
          like: 'child',
          allow: [{ domains: ['switch'] }],
          deny: [{ entities: ['light.kitchen_ceiling'] }],
        },
      ],
    };
    expect(denialOf(policy)).toEqual({ by: 'role', role: 'other' });
    expect(denialOf(policy, { entityId: 'light.desk_lamp' })).toBeNull();
    expect(denialOf(policy, { domain: 'switch', entityId: 'switch.printer' })).toBeNull();
    expect(denialOf(policy, { domain: 'climate', entityId: 'climate.thermostat' })).not.toBeNull();
  });

  it('replaces the ready-made one of its name', () => {
    const policy: PolicyInput = { roles: [{ role: 'adult', allow: [{ domains: ['fan'] }] }] };
    expect(denialOf(policy)).toEqual({ by: 'role', role: 'adult' });
  });

  it('that nobody defined is refused with the settings', () => {
    const parsed = policyOptions.safeParse({ people: [{ person: 'mia', role: 'teeneger' }] });
    expect(parsed.error?.issues[0]?.message).toMatch(/no role "teeneger"/);
  });
});

describe('a person and a place together', () => {
  const policy: PolicyInput = {
    people: [{ person: 'Ada', role: 'adult' }],
    satellites: [{ satellite: 'assist_satellite.kids', role: 'child' }],
  };

  it('may do what both allow', () => {
    const there = { satelliteId: 'assist_satellite.kids', userId: 'x', userName: 'ada' };
    expect(denialOf(policy, {}, there)).toBeNull();
    expect(denialOf(policy, { domain: 'lock', risk: 'less-safe' }, there)).toEqual({
      by: 'role',
      role: 'child',
    });
  });

  it('are known by the device alone, where a turn names no satellite', () => {
    const there = { deviceId: 'device of the kids', userId: null };
    expect(denialOf(policy, { domain: 'climate' }, there)).toEqual({ by: 'role', role: 'child' });
    expect(denialOf(policy, { domain: 'climate' }, { ...there, deviceId: 'another' })).toBeNull();
  });

  it('gain nothing over Wyoming, where anyone may claim them', () => {
    const narrow: PolicyInput = {
      ...policy,
      satellites: [{ satellite: 'assist_satellite.hall', role: 'adult' }],
      roles: [{ role: 'unknown', like: 'child' }],
    };
    const claimed = { channel: 'wyoming', satelliteId: 'assist_satellite.hall', userId: null } as const;
    expect(denialOf(narrow, { domain: 'climate' }, claimed)).toEqual({ by: 'role', role: 'unknown' });
    expect(denialOf(narrow, { domain: 'climate' }, { ...claimed, channel: 'http' })).toBeNull();
  });

  it('that are not known are unknown, a user who is logged in is an adult', () => {
    const narrow: PolicyInput = { roles: [{ role: 'unknown' }] };
    expect(denialOf(narrow)).toBeNull();
    expect(denialOf(narrow, {}, { userId: null, channel: 'cli' })).toBeNull();
    expect(denialOf(narrow, {}, { userId: null })).toEqual({ by: 'role', role: 'unknown' });
  });
});
