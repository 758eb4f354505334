/** The last turns as the status page tells them: what came of each, and nothing that was said. */
import type { StatusFacts, TurnFact, TurnResult } from '../api/status-page/facts.ts';
import type { JoinedTurn } from '../turns/join-turns.ts';

/** A page of a browser; older ones are in the log. */
const maxTurns = 10;

/** @param turns newest first. @param hasAgent false where only speech is served: what follows is heard elsewhere. */
export function lastTurns(turns: readonly JoinedTurn[], hasAgent: boolean): StatusFacts['turns'] {
  return turns.slice(0, maxTurns).map((turn) => {
    const { wake, stt, agent, tts } = turn;
    const ends = [wake, stt, agent, tts].map((fact) => fact?.endedAtMs ?? turn.startedAtMs);
    return { endedAtMs: Math.max(...ends), waits: waitsOf(turn), result: resultOf(turn, hasAgent) };
  });
}

function waitsOf({ stt, agent, tts }: JoinedTurn): TurnFact['waits'] {
  const waits = [
    { stage: 'stt', tookMs: stt?.afterStopMs },
    { stage: 'agent', tookMs: agent?.durationMs },
    { stage: 'tts', tookMs: tts?.firstAudioMs },
  ] as const;
  return waits.flatMap(({ stage, tookMs }) => (tookMs === undefined ? [] : [{ stage, tookMs }]));
}

function resultOf({ wake, stt, agent, tts, unsure }: JoinedTurn, hasAgent: boolean): TurnResult {
  for (const fact of [wake, stt, agent, tts])
    if (fact?.errorCode !== undefined) return { kind: 'failed', stage: fact.stage, code: fact.errorCode };
  if (agent?.understood === false) return { kind: 'not-understood' };
  if (agent) return { kind: 'answered', path: agent.path, proofs: agent.proofs ?? {} };
  if (stt && !stt.pii.text) return { kind: 'nothing-heard' };
  // Which answer belongs to it can not always be told.
  if (stt) return { kind: hasAgent && !unsure.includes('agent') ? 'answered-elsewhere' : 'heard' };
  return { kind: wake ? 'woken' : 'spoken' };
}
