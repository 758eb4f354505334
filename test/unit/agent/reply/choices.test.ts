import { describe, expect, it } from 'vitest';
import { namesToChooseFrom } from '../../../../src/agent/reply/choices.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();

describe('namesToChooseFrom', () => {
  it('adds the room where a name is not enough', () => {
    const lamps = ['light.bed_light', 'light.hallway_light'].map((id) => ({
      ...model.entities.get(id)!,
      name: 'Lamp',
    }));
    expect(namesToChooseFrom(lamps, model)).toEqual(['Bedroom Lamp', 'Hallway Lamp']);
  });
});
