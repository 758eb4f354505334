import { describe, expect, it } from 'vitest';
import type { OpenStep } from '../../../../src/agent/dialogue/dialogue.ts';
import { askedUs, questionOf, speakQuestion } from '../../../../src/agent/dialogue/questions.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const about = { by: 'name', className: null, place: null, everywhere: false } as const;
const unlock: OpenStep = {
  kind: 'confirm',
  wish: { do: 'unlock' },
  entityIds: ['lock.front_door'],
  about,
  reasons: ['less-safe'],
};
const open: OpenStep = { ...unlock, wish: { do: 'open' }, entityIds: ['cover.garage_door'] };
const which: OpenStep = {
  kind: 'which',
  what: { do: 'turn_on' },
  entityIds: ['light.bed_light', 'light.desk_lamp'],
};

describe('the question of open steps', () => {
  it('is about what is unclear first, one thing at a time', () => {
    expect(questionOf([unlock, which])).toEqual({ reason: 'clarification', asked: [which] });
  });

  it('is one confirmation for all that needs one', () => {
    const question = questionOf([unlock, open]);
    expect(question).toEqual({ reason: 'confirmation', asked: [unlock, open] });
    expect(question && speakQuestion(question, model, english)).toBe(
      'Shall I unlock the front door? Shall I open the garage door?',
    );
  });

  it('tells understanding all devices that the yes is about', () => {
    expect(askedUs([unlock, open])).toEqual({
      kind: 'confirmation',
      entityIds: ['lock.front_door', 'cover.garage_door'],
    });
  });

  it('is none where nothing is open', () => {
    expect(questionOf([])).toBeNull();
  });

  it('offers the devices by name', () => {
    const question = questionOf([which]);
    expect(question && speakQuestion(question, model, english)).toBe(
      'Which one: the bed light or the desk lamp?',
    );
  });
});
