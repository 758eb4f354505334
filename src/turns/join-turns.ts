/** Joins the stages that services report into turns: Home Assistant opens a connection per stage and names no turn. */
import { type Matches, matchUniquely } from './match-uniquely.ts';
import { type Ended, follows, speaks, understands } from './same-turn.ts';
import type { AgentFact, StageFact, SttFact, TtsFact, WakeFact } from './stage-fact.ts';

export type StageName = StageFact['stage'];

type Stages = {
  readonly wake?: Ended<WakeFact> | undefined;
  readonly stt?: Ended<SttFact> | undefined;
  readonly agent?: Ended<AgentFact> | undefined;
  readonly tts?: Ended<TtsFact> | undefined;
};

export type JoinedTurn = Stages & {
  /** The agent's turn id; for a turn without an agent the connection of its first stage. */
  readonly id: string;
  readonly startedAtMs: number;
  /** Stages this turn may have had: some were reported that could as well be another turn's. */
  readonly unsure: readonly StageName[];
};

/** Turns in the order of their beginning. Pure: the same facts give the same turns, in whatever order they came. */
export function joinTurns(facts: readonly Ended[]): JoinedTurn[] {
  const wakes = facts.filter((fact) => fact.stage === 'wake');
  const heard = facts.filter((fact) => fact.stage === 'stt');
  const answered = facts.filter((fact) => fact.stage === 'agent');
  const spoken = facts.filter((fact) => fact.stage === 'tts');
  const links: Links = {
    toStt: matchUniquely(wakes, heard, follows),
    toAgent: matchUniquely(heard, answered, understands),
    toTts: matchUniquely(answered, spoken, speaks),
  };
  const turns = [
    ...wakes.map((wake) => turnFrom({ wake }, links)),
    ...unjoined(heard, links.toStt).map((stt) => turnFrom({ stt }, links)),
    ...unjoined(answered, links.toAgent).map((agent) => turnFrom({ agent }, links)),
    ...unjoined(spoken, links.toTts).map((tts) => turnFrom({ tts }, links)),
  ];
  return turns.sort((one, other) => one.startedAtMs - other.startedAtMs);
}

type Links = {
  readonly toStt: Matches<Ended<WakeFact>, Ended<SttFact>>;
  readonly toAgent: Matches<Ended<SttFact>, Ended<AgentFact>>;
  readonly toTts: Matches<Ended<AgentFact>, Ended<TtsFact>>;
};

/** Those that begin a turn of their own. */
function unjoined<Right>(rights: readonly Right[], { pairs }: Matches<unknown, Right>): Right[] {
  const joined = new Set(pairs.values());
  return rights.filter((right) => !joined.has(right));
}

/** The turn that begins with this stage, with what follows it. */
function turnFrom(first: Stages, { toStt, toAgent, toTts }: Links): JoinedTurn {
  const { wake } = first;
  const stt = first.stt ?? (wake && toStt.pairs.get(wake));
  const agent = first.agent ?? (stt && toAgent.pairs.get(stt));
  const tts = first.tts ?? (agent && toTts.pairs.get(agent));
  const unsure = new Set<StageName>();
  if (stt && toStt.unsureRights.has(stt)) unsure.add('wake');
  if (wake && toStt.unsureLefts.has(wake)) unsure.add('stt');
  if (agent && toAgent.unsureRights.has(agent)) unsure.add('stt');
  if (stt && toAgent.unsureLefts.has(stt)) unsure.add('agent');
  if (tts && toTts.unsureRights.has(tts)) unsure.add('agent');
  if (agent && toTts.unsureLefts.has(agent)) unsure.add('tts');
  const begin = wake ?? stt ?? agent ?? tts;
  return {
    id: agent?.turnId ?? begin?.connectionId ?? '',
    startedAtMs: begin?.startedAtMs ?? 0,
    ...(wake && { wake }),
    ...(stt && { stt }),
    ...(agent && { agent }),
    ...(tts && { tts }),
    unsure: [...unsure],
  };
}
