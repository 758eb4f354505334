import { describe, expect, it } from 'vitest';
import { replyToQuestion } from '../../../../src/agent/reply/answer-reply.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import { packs } from '../../../../src/agent/reply/packs.ts';
import type { Question, Wanted } from '../../../../src/agent/understand/plan.ts';
import { withState } from '../../../../src/home/model/build-model.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const about = { by: 'name', className: 'person', place: null, everywhere: false } as const;
const isAt = (state: string, wanted: Wanted = 'all'): Question => ({ ask: 'state', state, wanted });
const ask = (question: Question, ids: readonly string[], home = model, pack = english) =>
  replyToQuestion(
    question,
    ids.flatMap((id) => home.entities.get(id) ?? []),
    about,
    home,
    pack,
  );
const both = ['person.anna', 'person.oliver'];
const set = (id: string, state: string, home = model) =>
  withState(home, id, { state, attributes: {}, lastChangedMs: 0 });

describe('an answer about people', () => {
  it('gives no article to a name', () => {
    expect(ask(isAt('home'), ['person.anna'])).toBe('Yes, Anna is home.');
    expect(ask(isAt('home'), ['person.oliver'])).toBe('No, Oliver is away.');
    expect(ask({ ask: 'where' }, ['person.anna'])).toBe('Anna is home.');
    expect(ask({ ask: 'value' }, ['person.oliver'])).toBe('Oliver is away.');
  });

  it('names who is there', () => {
    expect(ask(isAt('home', 'which'), both)).toBe('Anna is home.');
    expect(ask(isAt('home', 'any'), both)).toBe('Yes, Anna is home.');
    expect(ask(isAt('home'), both)).toBe('No, Oliver is away.');
    expect(ask(isAt('home'), both, set('person.oliver', 'home'))).toBe('Yes, Anna and Oliver are home.');
    expect(ask(isAt('home', 'which'), both, set('person.anna', 'not_home'))).toBe('Nobody is home.');
    expect(ask(isAt('home', 'any'), both, set('person.anna', 'not_home'))).toBe('No, nobody is home.');
  });

  it('counts them', () => {
    expect(ask(isAt('home', 'count'), both)).toBe('One person is home.');
  });

  it('tells the zone a person is in', () => {
    const atWork = set('person.oliver', 'Work');
    expect(ask({ ask: 'where' }, both, atWork)).toBe('Anna is home. Oliver is at Work.');
    expect(ask(isAt('home'), ['person.oliver'], atWork)).toBe('No, Oliver is at Work.');
    expect(ask(isAt('away', 'which'), both, atWork)).toBe('Oliver is at Work.');
  });

  it('says that nobody knows', () => {
    const lost = set('person.anna', 'unknown');
    expect(ask({ ask: 'where' }, ['person.anna'], lost)).toBe("I don't know where Anna is.");
    expect(ask(isAt('home', 'which'), both, lost)).toBe("I don't know where Anna is.");
    expect(ask(isAt('home'), ['person.anna'], lost)).toBe("I don't know where Anna is.");
  });

  it.each(packs)('is a whole sentence in $language', (pack) => {
    for (const home of [model, set('person.oliver', 'Work'), set('person.anna', 'unknown')])
      for (const question of [isAt('home'), isAt('away', 'any'), { ask: 'where' } as const])
        expect(ask(question, both, home, pack)).toMatch(/^\p{Lu}.*\.$/u);
  });
});
