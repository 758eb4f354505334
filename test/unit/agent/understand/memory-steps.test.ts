import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const situation = { model: demoModel(), areaId: 'office', lastEntityIds: [], lastWish: null, asked: null };
const planOf = (text: string) => understand(text, situation, loadGrammar('en')).plan;

describe('sentences about memory', () => {
  it.each([
    ['remember that the bins go out on Tuesday', { do: 'remember', fact: 'the bins go out on tuesday' }],
    [
      'could you remember that Rex is not allowed on the sofa',
      { do: 'remember', fact: 'rex is not allowed on the sofa' },
    ],
    ['remember my locker is number 12', { do: 'remember', fact: 'my locker is number 12' }],
    ['make a note of the plumber comes at nine', { do: 'remember', fact: 'the plumber comes at 9' }],
    ['what did I say about the bins', { do: 'recall', topic: 'the bins' }],
    [
      'do you remember what I told you about the lights in the garden',
      { do: 'recall', topic: 'the lights in the garden' },
    ],
    [
      'please remember this: the spare key is under the pot',
      { do: 'remember', fact: 'the spare key is under the pot' },
    ],
    ['make a mental note that we are out of salt', { do: 'remember', fact: 'we are out of salt' }],
    ['did I ever tell you anything about my cousin', { do: 'recall', topic: 'my cousin' }],
    ['what was it I said about the boiler', { do: 'recall', topic: 'the boiler' }],
    ['you can forget what I said about the boiler', { do: 'forget', about: 'the boiler' }],
    ['delete everything you know about the boiler', { do: 'forget', about: 'the boiler' }],
    ['what do you know about me', { do: 'recall', topic: null }],
    ['forget what I told you about the bins', { do: 'forget', about: 'the bins' }],
    ['forget everything about the bins', { do: 'forget', about: 'the bins' }],
    ['forget that the bins go out on Tuesday', { do: 'forget', about: 'the bins go out on tuesday' }],
    ['forget that', { do: 'forget-last' }],
    ['forget everything you know about me', { do: 'forget-all' }],
    ['start remembering what I say', { do: 'start' }],
    ['stop remembering what I say', { do: 'stop' }],
    ['turn off your memory', { do: 'stop' }],
  ])('"%s" is understood', (text, request) => {
    expect(planOf(text)).toEqual({ kind: 'memory', request });
  });

  it.each([
    'forget it',
    'never mind',
    'forget about it',
    'turn off the desk lamp',
    'what is on the shopping list',
    'remember to lock the front door',
    'remember when we met',
    'remind me to buy milk',
    'what did the desk lamp say',
    'did I leave the desk lamp on',
    'set the desk lamp to this',
    'save energy',
    'store',
    'what did you say',
    'tell me about the weather',
    'what do you know',
    'do you know if the desk lamp is on',
    'did we leave any lights on',
  ])('"%s" is none', (text) => {
    expect(planOf(text).kind).not.toBe('memory');
  });
});
