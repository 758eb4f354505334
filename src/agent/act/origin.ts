/** What an action comes from, beside who asked: what decides whether it was asked for at all, and what is on record. */
import type { TurnOutcome } from '../agent.ts';
import type { Turn } from '../path.ts';

export type Origin = {
  readonly turnId: string;
  /** The path that made the plan. */
  readonly path: TurnOutcome['path'];
  /**
   * The person's own sentences of this dialogue, this one last; personal. Nothing that a tool, a title or a name
   * said is among them.
   */
  readonly words: readonly string[];
};

export function originOf({ request, dialogue }: Turn, path: Origin['path']): Origin {
  const before = (dialogue?.exchanges ?? []).map(({ said }) => said);
  return { turnId: request.turnId, path, words: [...before, request.text] };
}
