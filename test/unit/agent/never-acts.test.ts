/** Sentences nobody wants obeyed. Each must leave the home alone, wherever it is said and whatever came before. */
import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../src/agent/understand/load-grammar.ts';
import type { Plan } from '../../../src/agent/understand/plan.ts';
import { understand } from '../../../src/agent/understand/understand.ts';
import { demoModel } from '../../support/home/demo-model.ts';
import { neverGist } from './commands/never-gist.ts';
import { neverUnknown } from './commands/never-unknown.ts';
import { neverIndirect } from './commands/never-indirect.ts';
import { neverLights } from './commands/never-lights.ts';
import { neverRemarks } from './commands/never-remarks.ts';
import { neverSpelling } from './commands/never-spelling.ts';
import { neverSentences } from './commands/never-sentences.ts';
import { neverSound } from './commands/never-sound.ts';

const grammar = loadGrammar('en');
const model = demoModel();
const things = ['the kitchen lights', 'the bed light', 'the lights in the office', 'the lights', 'it'];

const around: readonly (readonly [string, (thing: string) => readonly string[]])[] = [
  [
    'negated',
    (thing) => [
      `don't turn on ${thing}`,
      `do not turn off ${thing}`,
      `please never turn ${thing} off`,
      `turn on nothing not even ${thing}`,
      `turn on anything but not ${thing}`,
      `you should not turn on ${thing}`,
      `stop don't turn ${thing} off`,
      `no turn ${thing} off not on`,
    ],
  ],
  [
    'questions',
    (thing) => [
      `did you turn on ${thing}`,
      `have you turned off ${thing}`,
      `should I turn on ${thing}`,
      `why did you turn ${thing} off`,
      `is ${thing} on`,
      `are ${thing} turned off`,
      `who turned on ${thing}`,
      `when do you turn off ${thing}`,
      `do you know how to turn on ${thing}`,
      `what happens if I turn on ${thing}`,
    ],
  ],
  [
    'hypothetical, reported and past',
    (thing) => [
      `imagine you turned on ${thing}`,
      `if I said turn on ${thing}`,
      `she said turn on ${thing}`,
      `he told me to turn off ${thing}`,
      `I turned on ${thing} myself`,
      `I would turn on ${thing} if I were you`,
      `turn on ${thing} was what I said`,
      `let's pretend we turn on ${thing}`,
      `mum always says turn off ${thing}`,
      `turned on ${thing}`,
    ],
  ],
  [
    'for another time',
    (thing) => [
      `turn on ${thing} in ten minutes`,
      `turn off ${thing} at nine`,
      `turn on ${thing} tomorrow`,
      `every morning turn on ${thing}`,
      `turn off ${thing} when I leave`,
      `turn on ${thing} later`,
    ],
  ],
  [
    'cut off',
    (thing) => [
      `turn on ${thing} in the`,
      `turn on ${thing} and`,
      `turn ${thing}`,
      `set ${thing} to`,
      `on ${thing}`,
    ],
  ],
];

const rest = [
  'turn on',
  'turn off all of the',
  'turn off the living',
  'turn on the kitchen',
  'set the brightness of the kitchen to',
  'turn off all the lights in the oppos',
  'turn on the lights in the cellar',
  'turn on everything',
  'open sesame',
  'the lights are so bright in the kitchen',
  'she turned off the light and opened the door in the office',
  'he said the brightness of the kitchen was 60 percent',
  'the brightness of the kitchen to 60 percent',
  'it turned on the office lights',
  'to turn off the office lights',
  'turn off the desk lamp and',
  'lock',
  'close',
  'open the door to the other world',
];

const mayAct = (text: string) =>
  [null, 'kitchen', 'office'].some((areaId) => {
    const lastWish = { do: 'turn_on' } as const;
    const situation = { model, areaId, lastEntityIds: ['light.bed_light'], lastWish };
    return acts(understand(text, situation, grammar).plan);
  });

/** Also what repeats the last action, or takes it back. */
const acting: ReadonlySet<Plan['kind']> = new Set(['act', 'timer', 'again', 'undo']);

/** "Shall I …?" */
function asksWhether(text: string): boolean {
  const situation = { model, areaId: 'living_room', lastEntityIds: [] };
  return understand(text, situation, grammar).plan.kind === 'unsure';
}

/** Also in part. */
function acts(plan: Plan): boolean {
  return plan.kind === 'several' ? plan.steps.some(acts) : acting.has(plan.kind);
}

describe('the agent never acts on', () => {
  it.each(around)('%s sentences', (_, make) => {
    expect(things.flatMap(make).filter(mayAct)).toEqual([]);
  });

  it.each(
    Object.entries({
      ...neverSentences,
      ...neverIndirect,
      ...neverRemarks,
      ...neverGist,
      ...neverLights,
      ...neverSpelling,
      ...neverSound,
      ...neverUnknown,
    }),
  )('sentences that are %s', (_, sentences) => {
    expect(sentences.filter(mayAct)).toEqual([]);
  });

  it.each(Object.entries(neverUnknown))('sentences %s, nor asks whether to', (_, sentences) => {
    expect(sentences.filter(asksWhether)).toEqual([]);
  });

  it('500 sentences and more', () => {
    const all = [
      ...around.flatMap(([, make]) => things.flatMap(make)),
      ...Object.values(neverSentences).flat(),
      ...Object.values(neverIndirect).flat(),
      ...Object.values(neverRemarks).flat(),
      ...Object.values(neverGist).flat(),
      ...Object.values(neverLights).flat(),
      ...Object.values(neverSpelling).flat(),
      ...Object.values(neverSound).flat(),
      ...Object.values(neverUnknown).flat(),
    ];
    expect(new Set(all).size).toBeGreaterThanOrEqual(500);
  });

  it('halves, unknown rooms and talk', () => {
    expect(rest.filter(mayAct)).toEqual([]);
  });

  it('while it does act on the plain requests for the same things', () => {
    const plain = things.flatMap((thing) => [
      `turn on ${thing}`,
      `please turn ${thing} off`,
      `could you switch on ${thing}`,
    ]);
    const acted = plain.filter((text) =>
      ['kitchen'].every((areaId) => {
        const situation = { model, areaId, lastEntityIds: ['light.bed_light'] };
        return understand(text, situation, grammar).plan.kind === 'act';
      }),
    );
    expect(acted).toEqual(plain);
  });
});
