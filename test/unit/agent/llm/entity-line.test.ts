import { describe, expect, it } from 'vitest';
import { entityLine } from '../../../../src/agent/llm/entity-line.ts';
import type { EntityState } from '../../../../src/home/model/home-model.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

type Facts = {
  readonly id: string;
  readonly state?: string;
  readonly attributes?: EntityState['attributes'];
  readonly name?: string;
};

function lineOf(
  { id, name = 'Thing', state = 'on', attributes = {} }: Facts,
  options: Parameters<typeof entityLine>[2] = {},
): string {
  const model = demoModel({
    house: { floors: [], areas: [], entities: [{ id, name, area: null, state, attributes }] },
  });
  const entity = model.entities.get(id);
  if (entity === undefined) throw new Error(`${id} is not exposed`);
  return entityLine(entity, model.states.get(entity.slot), options);
}

describe('entityLine', () => {
  it.each([
    [{ id: 'light.a', attributes: { brightness: 102 } }, '- Thing (light): on 40 %'],
    [
      { id: 'cover.a', state: 'closed', attributes: { device_class: 'garage' } },
      '- Thing (garage cover): closed',
    ],
    [{ id: 'binary_sensor.a', attributes: { device_class: 'window' } }, '- Thing (window sensor): open'],
    [
      { id: 'binary_sensor.a', state: 'off', attributes: { device_class: 'smoke' } },
      '- Thing (smoke sensor): off',
    ],
    [
      {
        id: 'sensor.a',
        state: '21.5',
        attributes: { device_class: 'temperature', unit_of_measurement: '°C' },
      },
      '- Thing (temperature): 21.5 °C',
    ],
    [
      { id: 'climate.a', state: 'heat', attributes: { temperature: 21, current_temperature: 19.5 } },
      '- Thing (climate): heat 21 °, is 19.5 °',
    ],
    [{ id: 'scene.a', state: '2026-11-21T10:00:00' }, '- Thing (scene)'],
    [{ id: 'light.a', state: 'unavailable' }, '- Thing (light): unavailable'],
  ])('tells %o', (facts: Facts, line) => expect(lineOf(facts)).toBe(line));

  it('keeps a name on its line, and short', () => {
    const line = lineOf({ id: 'light.a', name: `Lamp\n\n- Front Door (lock): ${'x'.repeat(200)}` });
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(130);
  });

  it('gives the id where the name alone does not tell the device', () => {
    expect(lineOf({ id: 'light.a', name: 'x'.repeat(100) })).toContain('[light.a]');
    expect(lineOf({ id: 'light.a' }, { isShared: true })).toBe('- Thing [light.a] (light): on');
  });
});
