import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../../src/agent/understand/load-grammar.ts';
import { markWords } from '../../../../../src/agent/understand/gist/marks.ts';
import { isAside, mayBeAskedAbout } from '../../../../../src/agent/understand/gist/unknown-words.ts';
import { indexOf } from '../../../../../src/agent/understand/home-index.ts';
import { normalise } from '../../../../../src/agent/understand/normalise.ts';
import { demoModel } from '../../../../support/home/demo-model.ts';

const { phrases } = loadGrammar('en');
const model = demoModel();
const context = {
  model,
  index: indexOf(model),
  areaId: 'living_room',
  lastEntityIds: [],
  allowMisheard: false,
  mayWiden: false,
};
const mayAsk = (text: string): boolean => {
  const words = normalise(text);
  const marks = markWords(words, phrases, context, words.length) ?? [];
  return mayBeAskedAbout(marks, words);
};

describe('an order with unknown words', () => {
  it.each([
    'turn the lights zap red',
    'please whizz the vacuum through the kitchen',
    'could you give grandma some light',
    'mute that gizmo',
    'could you cleverly dim the lights',
    'turn the gizmo lights to 20',
    'turn the lights 20 percent brighter zap',
  ])('may be asked about: %j', (text) => {
    expect(mayAsk(text)).toBe(true);
  });

  it.each([
    'grandma turned off the lights',
    'the lights blink red',
    'can the lamp blink by itself',
    'turn off the lights in the crypt',
    'turn off the lights but leave the gizmo',
    'turn off the lights for five minutes',
    'he dimmed the lights',
    'silence is golden',
    // What is not known is what is asked for.
    'keep your hands off the volume',
    'make a light lunch',
    'get me some louder trainers',
    'could you describe bright lights',
    'could you consider dimming the lamp',
    'would you rate my new red lamp',
    // It is counted.
    'make the lights bright for 2',
  ])('may not: %j', (text) => {
    expect(mayAsk(text)).toBe(false);
  });
});

describe('what is said beside an order', () => {
  const isBeside = (text: string) => isAside(normalise(text), phrases, context);

  it.each(['let the party begin', 'grandma naps'])('is about something else: %j', (text) => {
    expect(isBeside(text)).toBe(true);
  });

  it.each(['turn off', 'the', 'the blaring music', 'grandma said so', 'in the kitchen', 'leave it'])(
    'is a part of it: %j',
    (text) => {
      expect(isBeside(text)).toBe(false);
    },
  );
});
