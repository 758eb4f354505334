import { describe, expect, it } from 'vitest';
import { type JoinedTurn, joinTurns } from '../../../src/turns/join-turns.ts';
import type { Ended } from '../../../src/turns/same-turn.ts';
import type { AgentFact, SttFact, TtsFact, WakeFact } from '../../../src/turns/stage-fact.ts';

const peer = '192.0.2.5';
const times = (connectionId: string, startedAtMs: number, endedAtMs: number) => ({
  connectionId,
  remoteAddress: peer,
  startedAtMs,
  endedAtMs,
});

const wake = (id: string, from: number, to: number): Ended<WakeFact> => ({
  ...times(`${id}-wake`, from, to),
  stage: 'wake',
  name: 'w',
  phrase: 'w',
  audioMs: 1,
  score: 1,
  energyDb: -20,
});
const stt = (id: string, from: number, to: number, text: string): Ended<SttFact> => ({
  ...times(`${id}-stt`, from, to),
  stage: 'stt',
  audioMs: to - from,
  energyDb: -20,
  pii: { text },
});
const agent = (id: string, from: number, to: number, text: string, speech: string): Ended<AgentFact> => ({
  ...times(`${id}-agent`, from, to),
  stage: 'agent',
  turnId: `${id}-turn`,
  durationMs: to - from,
  language: 'en',
  pii: { text, speech },
});
const tts = (id: string, from: number, to: number, text: string, isStream = false): Ended<TtsFact> => ({
  ...times(`${id}-tts`, from, to),
  stage: 'tts',
  durationMs: to - from,
  audioMs: 1_000,
  isStream,
  pii: { text },
});

/** The simulated turn a stage belongs to. */
const turnIdOf = ({ connectionId }: Ended): string => connectionId.split('-')[0] ?? '';

/** The simulated turns whose stages a joined turn holds. */
const idsIn = (turn: JoinedTurn): string[] => [
  ...new Set(
    [turn.wake, turn.stt, turn.agent, turn.tts].flatMap((stage) => (stage ? [turnIdOf(stage)] : [])),
  ),
];

describe('joinTurns', () => {
  it('joins the stages of one turn', () => {
    const facts = [
      wake('a', 0, 900),
      stt('a', 910, 2_000, 'turn on the light'),
      agent('a', 2_010, 2_100, ' turn on  the light', 'Light on.'),
      tts('a', 2_110, 2_400, 'Light on.'),
    ];
    const [turn, ...others] = joinTurns(facts.toReversed());
    expect(others).toEqual([]);
    expect(turn).toEqual({
      id: 'a-turn',
      startedAtMs: 0,
      wake: facts[0],
      stt: facts[1],
      agent: facts[2],
      tts: facts[3],
      unsure: [],
    });
  });

  it('joins a reply that is spoken while it is written', () => {
    const facts = [agent('a', 0, 900, 'x', 'One. Two.'), tts('a', 300, 1_500, 'One. Two.', true)];
    expect(joinTurns(facts)).toMatchObject([{ id: 'a-turn', tts: { connectionId: 'a-tts' } }]);
    expect(joinTurns([facts[0]!, { ...tts('a', 300, 1_500, 'One. Two.') }])).toHaveLength(2);
  });

  it('leaves apart what differs in text, time or peer', () => {
    const heard = stt('a', 0, 1_000, 'turn on the light');
    const answer = (from: number, text: string) => agent('b', from, from + 50, text, 'Done.');
    const apart = [
      answer(1_010, 'turn on the lights'),
      answer(2_100, 'turn on the light'),
      answer(900, 'turn on the light'),
      { ...answer(1_010, 'turn on the light'), remoteAddress: '192.0.2.6' },
    ];
    for (const fact of apart) {
      const turns = joinTurns([heard, fact]);
      expect(turns).toHaveLength(2);
      expect(turns.flatMap(({ unsure }) => unsure)).toEqual([]);
    }
    const mapped = { ...answer(1_010, 'turn on the light'), remoteAddress: `::ffff:${peer}` };
    expect(joinTurns([heard, mapped])).toHaveLength(1);
  });

  it('does not guess between two that said the same at the same time', () => {
    const turns = joinTurns([
      stt('a', 0, 1_000, 'stop'),
      stt('b', 10, 1_005, 'stop'),
      agent('a', 1_010, 1_020, 'stop', 'Stopped a.'),
      agent('b', 1_015, 1_025, 'stop', 'Stopped b.'),
      tts('a', 1_030, 1_040, 'Stopped a.'),
    ]);
    expect(turns.map((turn) => [turn.id, turn.unsure])).toEqual([
      ['a-stt', ['agent']],
      ['b-stt', ['agent']],
      ['a-turn', ['stt']],
      ['b-turn', ['stt']],
    ]);
    expect(turns[2]).toMatchObject({ tts: { connectionId: 'a-tts' } });
  });

  it('tells two apart as soon as one could only be the first', () => {
    const turns = joinTurns([
      stt('a', 0, 1_000, 'stop'),
      agent('a', 1_010, 1_020, 'stop', 'Stopped.'),
      stt('b', 10, 1_100, 'stop'),
      agent('b', 1_110, 1_120, 'stop', 'Stopped.'),
    ]);
    expect(turns.map(idsIn)).toEqual([['a'], ['b']]);
  });

  it('joins at least 98 of 100 interleaved turns from several rooms, none wrong, the rest unsure', () => {
    let wholeCount = 0;
    let allCount = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const { facts, count } = household(seed);
      const turns = joinTurns(facts);
      expect(turns.filter((turn) => idsIn(turn).length > 1)).toEqual([]);
      const broken = turns.filter(({ wake: w, stt: s, agent: a, tts: t }) => !(w && s && a && t));
      expect(broken.filter(({ unsure }) => unsure.length === 0)).toEqual([]);
      wholeCount += turns.length - broken.length;
      allCount += count;
    }
    expect(wholeCount / allCount).toBeGreaterThanOrEqual(0.98);
  });

  it('joins nothing wrong when replies come from a cache and other agents answer too', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const { facts, random } = household(seed);
      const elsewhere = new Set(facts.filter(() => random() < 0.02).map(turnIdOf));
      const turns = joinTurns(
        facts.flatMap((fact): Ended[] => {
          if (fact.stage === 'agent' && elsewhere.has(turnIdOf(fact))) return [];
          if (fact.stage !== 'tts') return [fact];
          if (elsewhere.has(turnIdOf(fact))) return [{ ...fact, pii: { text: 'Words of another agent.' } }];
          return random() < 0.3 ? [] : [fact];
        }),
      );
      expect(turns.length).toBeGreaterThan(200);
      expect(turns.filter((turn) => idsIn(turn).length > 1)).toEqual([]);
    }
  });
});

/** 200 turns: each room speaks one sentence after another, all share a few sentences and therefore replies. */
function household(seed: number, { rooms, sentences } = { rooms: 4, sentences: 6 }) {
  const random = randomFrom(seed);
  const between = (from: number, to: number) => Math.round(from + random() * (to - from));
  const count = 200;
  const facts: Ended[] = [];
  const freeAtMs = Array.from({ length: rooms }, () => between(0, 3_000));
  for (let index = 0; index < count; index += 1) {
    const room = index % rooms;
    const text = `sentence ${between(0, sentences - 1)}`;
    const id = `${room}/${index}`;
    const start = freeAtMs[room] ?? 0;
    const heardAt = start + between(1_000, 4_000);
    const askedAt = heardAt + between(2, 20);
    const answeredAt = askedAt + between(5, 400);
    const spokenAt = answeredAt + between(2, 20);
    const endedAt = spokenAt + between(30, 300);
    facts.push(
      wake(id, start - 600, start),
      stt(id, start + between(2, 20), heardAt, text),
      agent(id, askedAt, answeredAt, text, `Reply to ${text}.`),
      tts(id, spokenAt, endedAt, `Reply to ${text}.`),
    );
    freeAtMs[room] = endedAt + between(1_500, 6_000);
  }
  return { facts, count, random };
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
