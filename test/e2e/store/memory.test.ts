import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Exchange, Fact } from '../../../src/agent/ports/memory-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { dialogueOf } from '../../support/agent/dialogue.ts';
import { handClock } from '../../support/hand-clock.ts';
import { describeStores } from '../../support/store-kinds.ts';

const anna = 'user:anna';
const kitchen = 'satellite:assist_satellite.kitchen';

const fact = (factId: string, text: string, more: Partial<Fact> = {}): Fact => ({
  factId,
  owner: anna,
  toldBy: anna,
  text,
  language: 'en',
  atMs: 1_795_000_000_000,
  ...more,
});

const exchange = (exchangeId: string, said: string, more: Partial<Exchange> = {}): Exchange => ({
  exchangeId,
  person: anna,
  said,
  answered: 'Yes.',
  language: 'en',
  atMs: 1_795_000_000_000,
  ...more,
});

const any = { owners: [anna], needs: 'any', language: 'en', limit: 10 } as const;

describeStores('memory in the store', (make) => {
  async function open() {
    const place = await make();
    const store = await openStore({ ...place.place, clock: handClock() });
    return {
      ...store.memory,
      store,
      dir: place.dir,
      [Symbol.asyncDispose]: async () => {
        await store[Symbol.asyncDispose]();
        await place[Symbol.asyncDispose]();
      },
    };
  }

  it('finds facts by a word in another form, the better match first', async () => {
    await using memory = await open();
    const bins = fact('bins', 'The bins go out on Tuesday');
    const both = fact('both', 'Every Tuesday the bin men come, put the bins out');
    await memory.addFact(fact('bike', 'The lock of my bike is green'), null);
    await memory.addFact(bins, null);
    await memory.addFact(both, null);
    expect(await memory.findFacts({ ...any, words: ['bin', 'tuesday', 'men'] })).toEqual([both, bins]);
    expect(await memory.findFacts({ ...any, words: ['bin', 'green'], needs: 'all' })).toEqual([]);
    expect(await memory.findFacts({ ...any, words: ['out', 'bin'], needs: 'all' })).toHaveLength(2);
    expect(await memory.findFacts({ ...any, words: ['cat'] })).toEqual([]);
    expect(await memory.findFacts({ ...any, words: [] })).toEqual([]);
  });

  it('takes words for words, whatever they look like', async () => {
    await using memory = await open();
    const odd = fact('odd', 'robert"); drop table facts; -- or near not');
    await memory.addFact(odd, null);
    for (const word of ['or', 'near', 'not', 'and'])
      expect(Array.isArray(await memory.findFacts({ ...any, words: [word] }))).toBe(true);
    expect(await memory.findFacts({ ...any, words: ['robert'] })).toEqual([odd]);
  });

  it('keeps the facts of people apart', async () => {
    await using memory = await open();
    await memory.addFact(fact('mine', 'my present is a kite'), null);
    await memory.addFact(fact('ours', 'the kite is in the shed', { owner: 'home', toldBy: kitchen }), null);
    const owners = ['user:bert', 'home'] as const;
    expect(await memory.findFacts({ ...any, owners, words: ['kite'] })).toMatchObject([{ factId: 'ours' }]);
    expect(await memory.facts(['home'], 10)).toMatchObject([{ factId: 'ours' }]);
    expect(await memory.countFacts(anna)).toBe(1);
    expect(await memory.facts([], 10)).toEqual([]);
  });

  it('finds what means the same by vectors of the same model', async () => {
    await using memory = await open();
    const near = (vector: readonly number[], minSimilarity = 0.5) => ({
      ...any,
      words: [],
      near: { embedding: { model: 'm', vector }, minSimilarity },
    });
    await memory.addFact(fact('east', 'one'), { model: 'm', vector: [1, 0, 0] });
    await memory.addFact(fact('north', 'two'), { model: 'm', vector: [0.6, 0.8, 0] });
    await memory.addFact(fact('other', 'three'), { model: 'other', vector: [1, 0] });
    await memory.addFact(fact('later', 'four'), null);
    const found = async (search: ReturnType<typeof near>) =>
      (await memory.findFacts(search)).map(({ factId }) => factId);
    expect(await found(near([1, 0, 0]))).toEqual(['east', 'north']);
    expect(await found(near([1, 0, 0], 0.9))).toEqual(['east']);
    expect((await memory.factsWithout('m', 10)).map(({ factId }) => factId).sort()).toEqual([
      'later',
      'other',
    ]);
    await memory.embed('later', { model: 'm', vector: [0, 0, 1] });
    expect(await found(near([0, 0, 1]))).toEqual(['later']);
  });

  it('remembers who allowed what', async () => {
    await using memory = await open();
    expect(await memory.consent(anna)).toBeUndefined();
    await memory.allow(anna, { facts: true, history: false });
    await memory.allow(kitchen, { facts: false, history: true });
    expect(await memory.consent(anna)).toEqual({ facts: true, history: false });
    await memory.allow(anna, { facts: false, history: false });
    expect(await memory.consent(anna)).toEqual({ facts: false, history: false });
  });

  it('finds what was said lately by the same person, and drops what is older', async () => {
    await using memory = await open();
    await memory.addExchange(exchange('old', 'the boiler hums', { atMs: 1_000 }));
    await memory.addExchange(exchange('new', 'is the boiler humming again', { atMs: 3_000 }));
    await memory.addExchange(exchange('his', 'the boiler is loud', { person: 'user:bert', atMs: 3_000 }));
    const search = { person: anna, words: ['boiler'], language: 'en', limit: 10 } as const;
    expect(await memory.findHistory({ ...search, sinceMs: 0 })).toHaveLength(2);
    expect(await memory.findHistory({ ...search, sinceMs: 2_000 })).toMatchObject([{ exchangeId: 'new' }]);
    expect(await memory.history(anna, 0, 1)).toMatchObject([{ exchangeId: 'new' }]);
    await memory.expire(2_000);
    expect(await memory.findHistory({ ...search, sinceMs: 0 })).toMatchObject([{ exchangeId: 'new' }]);
  });

  it('forgets one person, and leaves nothing of them in its files', async () => {
    await using memory = await open();
    const secret = 'zanzibar';
    await memory.addFact(fact('mine', `my word is ${secret}`), { model: 'm', vector: [1] });
    await memory.addFact(fact('ours', `everybody's is ${secret}`, { owner: 'home' }), null);
    await memory.addFact(fact('his', 'the hedge', { owner: 'user:bert', toldBy: 'user:bert' }), null);
    await memory.addExchange(exchange('said', `say ${secret}`));
    await memory.allow(anna, { facts: true, history: true });
    const speaker = { channel: 'http', conversationId: 'c', satelliteId: null, deviceId: null } as const;
    const said = { said: secret, answered: secret };
    await memory.store.dialogues.save(
      dialogueOf('c', { speaker: { ...speaker, userId: 'anna' }, exchanges: [said] }),
    );
    await memory.store.dialogues.save(dialogueOf('d', { speaker: { ...speaker, userId: 'bert' } }));
    await memory.store.turns.save({
      kind: 'outcome',
      turnId: 't',
      speech: secret,
      language: 'en',
      understood: true,
      continueConversation: false,
      changes: [],
      path: 'local',
    });
    expect(await memory.forget(anna)).toEqual({ facts: 2, history: 1, consents: 1, dialogues: 1, turns: 1 });
    expect(await memory.facts([anna, 'home', 'user:bert'], 10)).toMatchObject([{ factId: 'his' }]);
    expect(await memory.findFacts({ ...any, words: [secret] })).toEqual([]);
    expect(await memory.history(anna, 0, 10)).toEqual([]);
    expect(await memory.store.dialogues.load('c')).toBeUndefined();
    expect(await memory.store.dialogues.load('d')).toBeDefined();
    // It acted: a repeated request must still not act again.
    expect(await memory.store.turns.find('t')).toEqual({ kind: 'started' });
    for (const name of await readdir(memory.dir))
      expect((await readFile(join(memory.dir, name))).includes(secret), name).toBe(false);
    expect(await memory.forget(null)).toMatchObject({ facts: 1, dialogues: 1 });
  });

  it('removes single facts', async () => {
    await using memory = await open();
    await memory.addFact(fact('a', 'the apple'), null);
    await memory.addFact(fact('b', 'the pear'), null);
    await memory.removeFacts(['a', 'nobody']);
    await memory.removeFacts([]);
    expect(await memory.findFacts({ ...any, words: ['apple', 'pear'] })).toMatchObject([{ factId: 'b' }]);
  });
});
