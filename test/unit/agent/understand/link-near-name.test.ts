import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { DemoHouse } from '../../../../src/home/demo/demo-entity.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { millHouse } from '../../../support/home/mill-house.ts';

const names = [
  'Attic Tower Fan',
  'Attic Boiler',
  'Porch String Lamp',
  'Porch String Heater',
  'Sun Deck Washer',
  'Hollow Walrus',
  "Tobias's Charger",
  'Attic Corner Lamp',
  'Gallery Floor Fan',
];
const house: DemoHouse = {
  floors: [],
  areas: ['Attic', 'Porch'].map((name) => ({ id: name, name, floor: null })),
  entities: names.map((name) => ({ id: `switch.${idOf(name)}`, name, area: null, state: 'off' })),
};
const model = demoModel({ house });
const grammar = loadGrammar('en');

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/\W+/g, '_');
}

function outcome(text: string, home = model): string {
  const { plan, isGuess } = understand(text, { model: home, areaId: null, lastEntityIds: [] }, grammar);
  const guess = isGuess ? 'guess: ' : '';
  if ('entities' in plan)
    return `${guess}${plan.kind} ${plan.entities.map(({ entityId }) => entityId).join(' ')}`;
  return plan.kind === 'unlinked' ? `${guess}${plan.why.kind}` : plan.kind;
}

describe('a name that is only nearly said', () => {
  it.each([
    ['turn on the attic boil', 'act switch.attic_boiler'],
    ['switch on the hollow while rose', 'act switch.hollow_walrus'],
    ['switch on to buys as charger', 'act switch.tobias_s_charger'],
    ['turn the attic corn living pun', 'act switch.attic_corner_lamp'],
  ])('is guessed where the words that differ are alike: %j', (text, expected) => {
    expect(outcome(text)).toBe(`guess: ${expected}`);
  });

  it('is guessed by its first words where no other begins so', () => {
    expect(outcome('turn on the attic tower')).toBe('guess: act switch.attic_tower_fan');
    expect(outcome('turn on the porch string')).not.toContain('act');
  });

  it('is asked about where too little of it was heard', () => {
    expect(outcome('switch the sun deck war off')).toBe('guess: ambiguous');
  });

  it('is guessed where nothing else has the other words', () => {
    expect(outcome('turn on the gateway floor fan')).toBe('guess: act switch.gallery_floor_fan');
  });

  it('is parted from the word it was run into, where no name ends so', () => {
    expect(outcome('turn the hollow walruson')).toBe('guess: act switch.hollow_walrus');
    expect(outcome('turn the hollow walruses')).not.toContain('act');
  });

  it.each([
    ['turn on the gram of phone', 'guess: act media_player.gramophone'],
    ['turn the toilet on', 'unknown-name'],
    ['open the trapdoor', 'unknown-name'],
    ['turn the trampoline on', 'unknown-name'],
  ])('of which no word was heard as it is has to be very like it: %j', (text, expected) => {
    expect(outcome(text, demoModel({ house: millHouse }))).toBe(expected);
  });

  it.each(['turn on the happy walrus', 'turn on the attic chandelier', 'turn on the living'])(
    'is not guessed where another was said: %j',
    (text) => {
      expect(outcome(text)).not.toContain('act');
    },
  );
});

describe('a name that is nearly said, of a room with other lamps', () => {
  const loft = (id: string, name: string) => ({ id, name, area: 'loft', state: 'on' });
  const home = demoModel({
    house: {
      floors: [],
      areas: [{ id: 'loft', name: 'Loft', floor: null }],
      entities: [
        loft('light.fairy_lights', 'Loft Fairy Lights'),
        loft('light.desk_lamp', 'Desk Lamp'),
        loft('switch.loft_radio', 'Loft Radio'),
      ],
    },
  });

  it('is meant, and not all that is lit in the room', () => {
    expect(outcome('turn off the loft very lights', home)).toBe('guess: act light.fairy_lights');
  });

  it('is no room alone that was heard wrong', () => {
    expect(outcome('switch the lofto off', home)).not.toContain('light.');
  });
});

describe('other words than any name', () => {
  const thing = (id: string, name: string) => ({ id, name, area: null, state: 'off' });
  const home = demoModel({
    house: {
      floors: [],
      areas: [{ id: 'bedroom', name: 'Bedroom', floor: null }],
      entities: [
        thing('switch.heating', 'Heating'),
        thing('switch.printer', 'Printer'),
        thing('switch.fountain', 'Fountain'),
        thing('light.bed_light', 'Bed Light'),
        thing('light.night_light', 'Night Light'),
        thing('light.living_lamp', 'Living Lamp'),
        thing('light.reading_corner', 'Reading Corner'),
        { ...thing('light.ceiling', 'Bedroom Ceiling'), area: 'bedroom' },
      ],
    },
  });

  it.each([
    ['turn on the healing', 'guess: ambiguous'],
    ['turn on the planter', 'guess: ambiguous'],
    ['switch the mountain off', 'guess: ambiguous'],
    ['turn on the prinder', 'act switch.printer'],
    ['turn on the print her', 'guess: act switch.printer'],
  ])('are asked about where one word was heard for a name of one word: %j', (text, expected) => {
    expect(outcome(text, home)).toBe(expected);
  });

  it.each(['turn on the bad boat', 'switch the belt off', 'turn on the bright', 'turn the fitting on'])(
    'are no short name they are a little like: %j',
    (text) => {
      expect(outcome(text, home)).toBe('unknown-name');
    },
  );

  it.each([
    'put the midnight on',
    'turn the painter off',
    'put the setting on',
    'turn on the power in here',
    'turn off the power everywhere',
  ])('were heard right where sentences have them: %j', (text) => {
    expect(outcome(text, home)).toBe('unknown-name');
  });

  it.each(['turn on the writing in the bedroom', 'put off writing in the bedroom'])(
    'are not more alike because of the room beside them: %j',
    (text) => {
      expect(outcome(text, home)).not.toContain('act');
    },
  );

  it.each([
    ['turn on the morning lamp', 'guess: ambiguous'],
    ['turn on the wooden lamp', 'unknown-name'],
    ['turn off the battery ceiling', 'guess: ambiguous'],
    ['turn off the livening lamp', 'guess: act light.living_lamp'],
    ['turn off the bedrum ceiling', 'act light.ceiling'],
  ])('are taken beside a word that is right only where they are much alike: %j', (text, expected) => {
    expect(outcome(text, home)).toBe(expected);
  });

  it.each(['get the rake ready in the corner', 'turn the plane off', 'put the sheet ready in the corner on'])(
    'are no name with a verb or a place in its midst: %j',
    (text) => {
      expect(outcome(text, home)).not.toMatch(/act|ambiguous/);
    },
  );
});
