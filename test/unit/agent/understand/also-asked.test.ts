import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import type { Question } from '../../../../src/agent/understand/plan.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();

function after(lastQuestion: Question | null, lastEntityIds: readonly string[], text: string): string {
  const situation = { model, areaId: null, lastEntityIds, lastQuestion, lastWish: null };
  const { plan } = understand(text, situation, grammar);
  if (plan.kind === 'unlinked') return plan.why.kind;
  if (plan.kind !== 'answer') return plan.kind;
  const { ask, ...details } = plan.question;
  return [ask, ...Object.values(details), ...plan.entities.map(({ entityId }) => entityId)].join(' ');
}

const isOpen: Question = { ask: 'state', state: 'open', wanted: 'all' };

describe('the last question about something else', () => {
  it('is asked of the same kind of device in another room', () => {
    const blinds = ['cover.bedroom_blinds'];
    expect(after(isOpen, blinds, 'and in the living room')).toBe('state open all cover.living_room_blinds');
    expect(after(isOpen, blinds, 'what about the living room')).toBe(
      'state open all cover.living_room_blinds',
    );
    expect(after(isOpen, blinds, 'and in the kitchen')).toBe('none-there');
  });

  it('is asked of a thermostat after a thermometer', () => {
    const value: Question = { ask: 'value' };
    expect(after(value, ['sensor.bedroom_temperature'], 'and in the living room')).toBe(
      'value climate.thermostat',
    );
  });

  it('is asked of another name', () => {
    const isHome: Question = { ask: 'state', state: 'home', wanted: 'all' };
    expect(after(isHome, ['person.anna'], 'and oliver')).toBe('state home all person.oliver');
  });

  it('is asked of another day', () => {
    const rain: Question = { ask: 'forecast', about: 'rain', day: 'tomorrow' };
    expect(after(rain, ['weather.home'], 'what about sunday')).toBe('forecast rain sunday weather.home');
    expect(after({ ask: 'weather' }, ['weather.home'], 'and tomorrow')).toBe(
      'forecast weather tomorrow weather.home',
    );
  });

  it('is nothing where nothing was asked', () => {
    expect(after(null, ['cover.bedroom_blinds'], 'and in the living room')).toBe('not-understood');
    expect(after(null, ['weather.home'], 'and tomorrow')).toBe('not-understood');
  });
});
