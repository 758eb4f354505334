/** What an action comes from, beside who asked: what decides whether it was asked for at all, and what is on record. */
import type { TurnOutcome } from '../agent.ts';
import type { Turn } from '../turn.ts';
import { type Spoken, spokenOf } from './spoken.ts';

export type Origin = Spoken & {
  readonly turnId: string;
  /** The path that made the plan. */
  readonly path: TurnOutcome['path'];
};

export function originOf(turn: Turn, path: Origin['path']): Origin {
  return { ...spokenOf(turn), turnId: turn.request.turnId, path };
}
