import { describe, expect, it } from 'vitest';
import { floorsMeant } from '../../../../src/agent/llm/floors-meant.ts';
import { wordsOfSentence } from '../../../../src/agent/llm/sentence-words.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const floor = (id: string, name: string, level: number) => ({ id, name, level });
const model = demoModel({
  house: {
    floors: [floor('cellar', 'Cellar', -1), floor('eg', 'Erdgeschoss', 0), floor('og', 'Loft', 1)],
    areas: [],
    entities: [],
  },
});

describe('the floors a sentence means', () => {
  it.each([
    ['by name', 'the lights in the loft', ['og']],
    ['above the ground', 'all lights upstairs', ['og']],
    ['above the ground, in German', 'alle Lichter oben', ['og']],
    ['on the ground and below', 'toutes les lampes en bas', ['cellar', 'eg']],
    ['that are said, though they lie elsewhere', 'the cellar lights, not those upstairs', ['cellar']],
    ['not at all', 'the lamp', []],
  ])('are those %s: %s', (_, text, ids) => {
    expect(
      [...floorsMeant(wordsOfSentence(text).words, model)].toSorted((one, other) =>
        String(one).localeCompare(String(other)),
      ),
    ).toEqual(ids);
  });
});
