/** `GET /api/v1/turns`: the last turns, stage by stage. What was said is told only where the person allowed it. */
import { z } from 'zod';
import { RequestError } from '../core/errors.ts';
import type { JoinedTurn } from '../turns/join-turns.ts';
import type { Ended } from '../turns/same-turn.ts';
import { protocol } from './protocol.ts';

const stageName = z.enum(['wake', 'stt', 'agent', 'tts']);

const stage = z
  .object({
    stage: stageName,
    started_at_ms: z.number().meta({ description: 'Wall time, ms since the epoch.' }),
    ended_at_ms: z.number(),
    error_code: z.string().optional(),
  })
  .catchall(z.unknown())
  .meta({
    description:
      'One per stage that was reported, in order, with its own figures. `content` holds what was said, with log.content only.',
  });

export const turnReport = z
  .object({
    id: z.string(),
    started_at_ms: z.number(),
    unsure: z.array(stageName).meta({
      description: 'Stages that may belong to this turn: they fit another one as well.',
    }),
    stages: z.array(stage),
  })
  .meta({ id: 'Turn' });

export const turnList = z
  .object({
    protocol: z.literal(protocol),
    turns: z.array(turnReport).meta({ description: 'Newest first.' }),
  })
  .meta({ id: 'Turns' });

type TurnReport = z.output<typeof turnReport>;

export type TurnParts = {
  /** Newest first. */
  readonly turns: () => readonly JoinedTurn[];
  /** True: what was said may be told. */
  readonly withContent: boolean;
};

/** What one answer holds; a page of a browser shows fewer. */
const maxTurns = 100;

export function listTurns({ turns, withContent }: TurnParts): z.output<typeof turnList> {
  return {
    protocol,
    turns: turns()
      .slice(0, maxTurns)
      .map((turn) => reportOf(turn, withContent)),
  };
}

/** @throws RequestError `REQUEST_NOT_FOUND` */
export function oneTurn(id: string, { turns, withContent }: TurnParts): TurnReport & { protocol: number } {
  const turn = turns().find((candidate) => candidate.id === id);
  if (!turn) throw new RequestError('REQUEST_NOT_FOUND', 'no turn of the last ones has this id');
  return { protocol, ...reportOf(turn, withContent) };
}

function reportOf(turn: JoinedTurn, withContent: boolean): TurnReport {
  const { wake, stt, agent, tts } = turn;
  return {
    id: turn.id,
    started_at_ms: turn.startedAtMs,
    unsure: [...turn.unsure],
    stages: [wake, stt, agent, tts].flatMap((fact) => (fact ? [stageOf(fact, withContent)] : [])),
  };
}

/** Told under names of their own, or not at all: ids of connections and peers stay inside. */
const ownKeys: ReadonlySet<string> = new Set([
  'stage',
  'startedAtMs',
  'endedAtMs',
  'errorCode',
  'connectionId',
  'remoteAddress',
  'pii',
]);

function stageOf(fact: Ended, withContent: boolean): z.output<typeof stage> {
  const figures = Object.entries(fact).filter(([key]) => !ownKeys.has(key));
  return {
    ...Object.fromEntries(figures.map(([key, value]) => [snakeCase(key), value])),
    stage: fact.stage,
    started_at_ms: fact.startedAtMs,
    ended_at_ms: fact.endedAtMs,
    ...(fact.errorCode !== undefined && { error_code: fact.errorCode }),
    ...(withContent && 'pii' in fact && { content: fact.pii }),
  };
}

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
