/** What people asked to be remembered, and what they said lately: kept only with their consent. */
import { randomUUID } from 'node:crypto';
import { startDeadline } from '../../core/abort.ts';
import type { Background } from '../../core/background.ts';
import type { Clock } from '../../core/clock.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Consent, Exchange, Fact, FactSearch, MemoryStore } from '../ports/memory-store.ts';
import { ownerOf, ownersFor, type PersonId } from '../ports/person.ts';
import type { MemorySettings } from './options.ts';
import { searchWords } from './search-words.ts';
import { dayMs } from '../../core/time-units.ts';

export type Remembered =
  /** `known`: it was remembered already, in the same words. */
  | { readonly kind: 'remembered' | 'known'; readonly factId: string }
  /** Nobody allowed it. `mayAsk`: the person may allow it by a word. */
  | { readonly kind: 'off'; readonly mayAsk: boolean }
  /** There is no room for more. */
  | { readonly kind: 'full' }
  | { readonly kind: 'empty' };

export type RecalledFact = Pick<Fact, 'factId' | 'text' | 'atMs'>;
export type RecalledExchange = Pick<Exchange, 'said' | 'answered' | 'atMs'>;

/** The best match first. */
export type Recalled = {
  readonly facts: readonly RecalledFact[];
  readonly exchanges: readonly RecalledExchange[];
};

export type ForgetWhat =
  /** Facts that have all its words. */
  { readonly about: string } | { readonly factIds: readonly string[] } | 'everything';

/** What is gone. */
export type Forgotten = { readonly factCount: number; readonly exchangeCount: number };

type Options = { readonly signal: AbortSignal };

/** Rejects with a StoreError when the store fails. */
export type Memory = {
  /** Whether it may be kept now, and whether the person can decide that by a word. */
  consent(person: PersonId): Promise<{ readonly [Part in keyof Consent]: 'on' | 'off' | 'never' }>;
  allow(person: PersonId, consent: Consent): Promise<void>;
  /** Settled: the fact outlives a power cut. `language` is the text's BCP 47 tag. */
  remember(text: string, person: PersonId, language: string): Promise<Remembered>;
  /** Facts of the person and of the home, and what the person said in the last days; of everything when the topic is null. */
  recall(
    topic: string | null,
    person: PersonId,
    options: Options & { readonly language: string; readonly limit?: number },
  ): Promise<Recalled>;
  /** Only what this person may recall. Everything is their own facts, and all that they said. */
  forget(
    what: ForgetWhat,
    person: PersonId,
    options: Options & { readonly language: string },
  ): Promise<Forgotten>;
  /** Keeps what was said and answered, if the person allowed it. */
  note(exchange: Pick<Exchange, 'said' | 'answered' | 'language'>, person: PersonId): Promise<void>;
};

export type MemoryParts = {
  readonly store: MemoryStore;
  readonly settings: MemorySettings;
  /** Absent: words are searched. */
  readonly embedder?: Embedder | undefined;
  readonly background: Pick<Background, 'run'>;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Per owner; more than anybody tells a house, and few enough to be compared one by one. */
const maxFacts = 500;
/** A fact is a sentence or two; a reply of a language model is cut. */
const maxTextChars = 1_000;
const defaultLimit = 5;
/** A person waits for the search by meaning no longer than this; then words must do. */
const embedMs = 1_500;

export function createMemory(parts: MemoryParts): Memory {
  const { store, settings, embedder, background, clock, log } = parts;

  const mayKeep = async (part: keyof Consent, person: PersonId): Promise<'on' | 'off' | 'never'> => {
    if (settings[part] !== 'ask') return settings[part] === 'on' ? 'on' : 'never';
    return (await store.consent(person))?.[part] === true ? 'on' : 'off';
  };

  const sinceMs = (): number => clock.now() - settings.historyDays * dayMs;

  const near = async (topic: string, signal: AbortSignal): Promise<Pick<FactSearch, 'near'>> => {
    if (!embedder) return {};
    using deadline = startDeadline(embedMs, signal);
    try {
      const [vector] = await embedder.embed([topic], deadline);
      const { minSimilarity } = settings.embeddings;
      return vector ? { near: { embedding: { model: embedder.name, vector }, minSimilarity } } : {};
    } catch (error) {
      signal.throwIfAborted();
      log.warn('memory is searched by words alone', { reason: toError(error).message });
      return {};
    }
  };

  const embedLater = (factId: string, text: string): void => {
    if (!embedder) return;
    background.run('embedding of a fact', async (signal) => {
      const [vector] = await embedder.embed([text], { signal });
      if (vector) await store.embed(factId, { model: embedder.name, vector });
    });
  };

  return {
    consent: async (person) => ({
      facts: await mayKeep('facts', person),
      history: await mayKeep('history', person),
    }),
    allow: (person, consent) => store.allow(person, consent),

    remember: async (given, person, language) => {
      const text = plain(given);
      if (text === '') return { kind: 'empty' };
      const may = await mayKeep('facts', person);
      if (may !== 'on') return { kind: 'off', mayAsk: may === 'off' };
      const owner = ownerOf(person);
      const known = (await store.facts([owner], maxFacts)).find((fact) => isSame(fact.text, text));
      if (known) return { kind: 'known', factId: known.factId };
      if ((await store.countFacts(owner)) >= maxFacts) return { kind: 'full' };
      const factId = randomUUID();
      const fact = { factId, owner, toldBy: person, text, language, atMs: clock.now() };
      await store.addFact(fact, null);
      embedLater(factId, text);
      return { kind: 'remembered', factId };
    },

    recall: async (topic, person, { language, limit = defaultLimit, signal }) => {
      const owners = ownersFor(person);
      if (topic === null) return { facts: await store.facts(owners, limit), exchanges: [] };
      const words = searchWords(topic);
      const search = { owners, words, needs: 'any', language, limit } as const;
      const facts = await store.findFacts({ ...search, ...(await near(topic, signal)) });
      const exchanges = await store.findHistory({ person, words, language, sinceMs: sinceMs(), limit });
      return { facts, exchanges };
    },

    forget: async (what, person, { language }) => {
      const owners = ownersFor(person);
      const all = await store.facts(owners, owners.length * maxFacts);
      const theirs = async (): Promise<readonly Fact[]> => {
        if (what === 'everything')
          return all.filter(({ owner, toldBy }) => owner === person || toldBy === person);
        if ('factIds' in what) return all.filter(({ factId }) => what.factIds.includes(factId));
        const words = searchWords(what.about);
        return await store.findFacts({ owners, words, needs: 'all', language, limit: maxFacts });
      };
      const gone = await theirs();
      await store.removeFacts(gone.map(({ factId }) => factId));
      const exchangeCount = what === 'everything' ? await store.removeHistory(person) : 0;
      return { factCount: gone.length, exchangeCount };
    },

    note: async ({ said, answered, language }, person) => {
      if ((await mayKeep('history', person)) !== 'on') return;
      const exchange = { said: plain(said), answered: plain(answered), language };
      await store.expire(sinceMs());
      await store.addExchange({ ...exchange, exchangeId: randomUUID(), person, atMs: clock.now() });
    },
  };
}

/** Without what no database takes, and not longer than anybody speaks. */
const plain = (text: string): string => text.replaceAll('\0', '').trim().slice(0, maxTextChars);

const isSame = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other);
const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
