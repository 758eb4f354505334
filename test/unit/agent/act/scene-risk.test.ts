import { describe, expect, it } from 'vitest';
import { createPolicy } from '../../../../src/agent/act/policy.ts';
import type { PolicyInput } from '../../../../src/agent/act/options.ts';
import { demoHouse } from '../../../../src/home/demo/house.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { originFor } from '../../../support/agent/origin.ts';

const speaker = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: null,
  deviceId: null,
  userId: 'u',
} as const;
const origin = originFor('local');

function verdict(
  parts: readonly string[],
  states: Readonly<Record<string, string>> = {},
  policy: PolicyInput = {},
) {
  const entities = demoHouse.entities.map((entity) => ({
    ...entity,
    state: states[entity.id] ?? entity.state,
  }));
  const scene = { id: 'scene.x', name: 'X', area: null, state: 'unknown', attributes: { entity_id: parts } };
  const model = demoModel({ house: { ...demoHouse, entities: [...entities, scene] } });
  const entity = model.entities.get('scene.x')!;
  return createPolicy(policy)({ wish: { do: 'activate' }, entity, model, deviceCount: 1, speaker, origin });
}

describe('a scene', () => {
  it('is asked about when it has a lock, a garage door or an alarm that it could open', () => {
    for (const id of [
      'lock.front_door',
      'cover.garage_door',
      'cover.garden_gate',
      'alarm_control_panel.home_alarm',
    ])
      expect(verdict(['light.desk_lamp', id], { 'alarm_control_panel.home_alarm': 'armed_away' })).toEqual({
        kind: 'confirm',
        reasons: ['less-safe'],
      });
  });

  it('is asked about when it has one that nobody exposed', () => {
    expect(verdict(['lock.hidden']).kind).toBe('confirm');
  });

  it('is set at once when it can open nothing', () => {
    expect(verdict(['light.desk_lamp', 'cover.bedroom_blinds']).kind).toBe('allowed');
    expect(verdict([]).kind).toBe('allowed');
    expect(verdict(['lock.front_door'], { 'lock.front_door': 'unlocked' }).kind).toBe('allowed');
    expect(verdict(['cover.garage_door'], { 'cover.garage_door': 'open' }).kind).toBe('allowed');
  });

  it('takes the code when one of its devices does', () => {
    expect(verdict(['lock.front_door'], {}, { pinEntities: ['lock.*'] })).toEqual({
      kind: 'confirm',
      reasons: ['less-safe', 'pin'],
    });
  });
});
