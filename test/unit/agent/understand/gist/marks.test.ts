import { describe, expect, it } from 'vitest';
import { markWords } from '../../../../../src/agent/understand/gist/marks.ts';
import { indexOf } from '../../../../../src/agent/understand/home-index.ts';
import { loadGrammar } from '../../../../../src/agent/understand/load-grammar.ts';
import { demoModel } from '../../../../support/home/demo-model.ts';

const { phrases } = loadGrammar('en');
const model = demoModel();
const context = {
  model,
  index: indexOf(model),
  areaId: null,
  lastEntityIds: [],
  allowMisheard: false,
  mayWiden: false,
};

/** What is no filler, as `role value`. */
function marked(text: string): readonly string[] | undefined {
  const marks = markWords(text.split(' '), phrases, context);
  return marks?.filter(({ role }) => role !== 'filler').map(({ role, value }) => `${role} ${value}`);
}

describe('the words of a sentence', () => {
  it.each([
    ['dim the lamps in the kitchen', ['verb dimmer', 'thing light', 'place kitchen']],
    ['bed light to 30 percent', ['name bed light', 'number 30']],
    ['turn the light blue', ['verb put', 'thing light', 'color blue']],
    ['turn the lamp light blue', ['verb put', 'thing light', 'color lightblue']],
    ['i want the light a purple 1', ['ask want', 'thing light', 'color purple']],
    ['start the vacuum', ['verb start', 'thing vacuum']],
    ['vacuum the floor', ['verb clean', 'thing floor']],
    ['lights on please', ['thing light', 'state on', 'ask yes']],
    ['slam the lights to red', ['verb put', 'thing light', 'color red']],
    ['could you zap it to red', ['ask yes', 'verb put', 'it yes', 'color red']],
    ['the volume on the tv', ['thing volume', 'thing speaker']],
  ])('are each something: "%s"', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it.each([
    'turn on the lights in the ballroom',
    'she turned the lights off',
    'do not dim the lights',
    'slammed the lights to red',
    'remember the lights off',
    'slam the christmas lights to red',
    'christmas lights to red',
    'turn the lights zap red',
    // How they are.
    'rate my red lights',
    'admire those new red lights',
  ])('are given up where one is unknown: "%s"', (text) => {
    expect(marked(text)).toBeUndefined();
  });
});
