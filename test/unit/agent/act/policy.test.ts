import { describe, expect, it } from 'vitest';
import { cautiousPolicy } from '../../../../src/agent/act/policy.ts';
import type { Wish } from '../../../../src/agent/understand/plan.ts';
import type { Entity } from '../../../../src/home/model/home-model.ts';
import { demoModel } from '../../../support/demo-model.ts';

const model = demoModel();
const entity = (id: string): Entity => model.entities.get(id)!;
const ask = (what: Wish['do'], about: Entity, entityCount = 1) => {
  const wish: Wish = what === 'set_brightness' ? { do: what, percent: 50 } : { do: what };
  const verdict = cautiousPolicy({ wish, entity: about, entityCount, channel: 'wyoming' });
  return verdict.allowed ? 'allowed' : verdict.why;
};

describe('cautiousPolicy', () => {
  it.each([
    ['unlock', 'lock.front_door'],
    ['open', 'lock.front_door'],
    ['open', 'cover.garage_door'],
    ['open', 'cover.garden_gate'],
  ] as const)('refuses to %s %s', (what, id) => {
    expect(ask(what, entity(id))).toBe('less-safe');
  });

  it.each([
    ['lock', 'lock.front_door'],
    ['close', 'cover.garage_door'],
    ['open', 'cover.sliding_door'],
    ['open', 'cover.bedroom_blinds'],
    ['turn_on', 'light.bed_light'],
  ] as const)('allows to %s %s', (what, id) => {
    expect(ask(what, entity(id))).toBe('allowed');
  });

  it('knows a garage door without a class by its name', () => {
    const nameless = { ...entity('cover.garage_door'), deviceClass: null };
    expect(ask('open', nameless)).toBe('less-safe');
  });

  it('refuses a valve', () => {
    expect(ask('open', { ...entity('cover.sliding_door'), domain: 'valve', deviceClass: 'water' })).toBe(
      'less-safe',
    );
  });

  it('refuses more than eight devices at once, but locks and closes them', () => {
    expect(ask('turn_off', entity('light.bed_light'), 9)).toBe('many-devices');
    expect(ask('turn_off', entity('light.bed_light'), 8)).toBe('allowed');
    expect(ask('close', entity('cover.bedroom_blinds'), 9)).toBe('allowed');
  });
});
