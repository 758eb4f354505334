import { describe, expect, it } from 'vitest';
import { compileGrammar } from '../../../../src/agent/understand/grammar/matcher.ts';
import { readGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { readHeard } from '../../../../src/agent/understand/read-heard.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = compileGrammar(readGrammar('en'));
const model = demoModel();

/** "guess turn_on switch.printer", "turn_off light.desk_lamp", "ambiguous light.desk_lamp", "no-match". */
function read(...readings: readonly string[]): string {
  const { plan, isGuess } = readHeard(readings, { model, areaId: null, lastEntityIds: [] }, grammar);
  const ids = (entities: readonly { readonly entityId: string }[]) =>
    entities.map(({ entityId }) => entityId).join(' ');
  const guess = isGuess ? 'guess ' : '';
  if (plan.kind === 'act') return `${guess}${plan.wish.do} ${ids(plan.entities)}`;
  if (plan.kind === 'answer') return `${guess}answer ${ids(plan.entities)}`;
  if (plan.kind === 'unlinked' && plan.why.kind === 'ambiguous')
    return `${guess}ambiguous ${ids(plan.why.entities)}`;
  return plan.kind === 'not-understood' ? plan.why : plan.kind;
}

describe('a sentence with a name heard wrong', () => {
  it.each([
    ['turn on the prin tour', 'guess turn_on switch.printer'],
    ['turn off the coffee my sheen', 'guess turn_off switch.coffee_machine'],
    ['is the coffee my sheen on', 'guess answer switch.coffee_machine'],
    ['switch the printer of', 'guess turn_off switch.printer'],
    ['turn on the dust lamb', 'guess turn_on light.desk_lamp'],
    ['locked the front door', 'guess lock lock.front_door'],
    ['in the bed light', 'guess change_brightness light.bed_light'],
    ['i open the bedroom blinds', 'guess open cover.bedroom_blinds'],
    ['set the bed light to thoroughly percent', 'guess set_brightness light.bed_light'],
    ['his the printer on', 'guess answer switch.printer'],
    ['turn on on the printer', 'guess turn_on switch.printer'],
    ['turning off the printer', 'guess turn_off switch.printer'],
  ])('is a guess: %j is %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is a question where the words are not near enough, or near to two names', () => {
    expect(read('turn on the best lamp')).toBe('guess ambiguous light.desk_lamp');
    expect(read('close the lid in room blinds')).toBe(
      'guess ambiguous cover.living_room_blinds cover.bedroom_blinds',
    );
  });

  it('may begin with "said" for "set", where a percentage follows', () => {
    expect(read('said the bed light to 30 percent')).toContain('set_brightness light.bed_light');
    expect(read('said turn on the bed light')).toBe('not-a-request');
  });

  it('is none where only a room is meant', () => {
    expect(read('in the bedroom')).toBe('no-match');
  });

  it.each(['turn on the cave lamp', 'turn on the bananas'])(
    'is no guess where nothing is near: %j',
    (text) => {
      expect(read(text)).toBe('unlinked');
    },
  );

  it.each([
    'turn off the coffee my sheen and',
    "don't turn on the prin tour",
    'she said turn on the prin tour',
    'turned on the prin tour',
    'did you turn on the prin tour',
  ])('never acts where nobody asked for it: %j', (text) => {
    expect(read(text)).not.toMatch(/turn_/);
  });
});

describe('several readings of one sound', () => {
  it('are not looked at where the first is clear', () => {
    expect(read('turn on the desk lamp', 'turn off the desk lamp')).toBe('turn_on light.desk_lamp');
  });

  it('decide together where the first means nothing', () => {
    expect(read('turn on the deaf clamp', 'turn on the desk lamp')).toBe('guess turn_on light.desk_lamp');
    expect(read('tore on a dead scamp', 'turn on the desk lamp', 'turn on the desk lamp please')).toBe(
      'guess turn_on light.desk_lamp',
    );
  });

  it('decide nothing where they disagree, or one of them is no request', () => {
    expect(read('tore on a dead scamp', 'turn on the desk lamp', 'turn on the bed light')).toBe('no-match');
    expect(read('tore on a dead scamp', 'turn on the desk lamp', "don't turn on the desk lamp")).toBe(
      'no-match',
    );
  });

  it('do not turn a "don\'t" into a command', () => {
    expect(read("don't turn on the desk lamp", 'turn on the desk lamp')).toBe('negated');
  });
});

describe('what is said instead', () => {
  it.each([
    ['never mind, turn on the printer', 'turn_on switch.printer'],
    ['Forget it. Is the printer on?', 'answer switch.printer'],
    ['open the sliding door instead', 'open cover.sliding_door'],
  ])('is a new request: %j is %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'never mind turning on the printer',
    'never mind, the printer',
    "never mind, don't turn on the printer",
    'I turned on the printer instead',
    "don't open the sliding door instead",
    'should I open the sliding door instead',
    'instead of turning on the printer turn on the desk lamp',
  ])('is none in %j', (text) => {
    expect(read(text)).not.toMatch(/^(?:guess )?(?:turn_on|open) /);
  });
});
