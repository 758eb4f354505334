import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoHouse } from '../../../../src/home/demo/house.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');

function fanIn(step: number) {
  const fan = {
    id: 'fan.attic',
    name: 'Attic Fan',
    area: 'office',
    state: 'on',
    attributes: { supported_features: 1, percentage: 50, percentage_step: step },
  };
  return demoModel({ house: { ...demoHouse, entities: [...demoHouse.entities, fan] } });
}

function speedOf(text: string, step: number): unknown {
  const situation = { model: fanIn(step), areaId: 'office', lastEntityIds: [] };
  const { plan } = understand(text, situation, grammar);
  return plan.kind === 'act' && plan.wish.do === 'set_fan_speed' ? plan.wish.percent : plan.kind;
}

describe('the speed of a fan', () => {
  it.each([
    ['set the attic fan to speed two', 25, 50],
    ['fan speed two', 25, 50],
    ['attic fan speed three', 100 / 3, 100],
    ['set the fan speed to one', 100 / 3, 33],
    ['turn the attic fan on to two', 50, 100],
    ['fan speed three', 1, 30],
  ])('is one of those it has: "%s" in steps of %d', (text, step, percent) => {
    expect(speedOf(text, step)).toBe(percent);
  });

  it.each([
    ['set the attic fan to 40 percent', 40],
    ['set the fan speed to 2 percent', 2],
    ['set the attic fan to 60', 60],
    ['attic fan speed 5', 5],
  ])('is a percentage where it is no speed: "%s"', (text, percent) => {
    expect(speedOf(text, 25)).toBe(percent);
  });
});
