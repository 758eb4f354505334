/** What the agent is told of a sentence beside its text. */
import type { HeardSentence } from '../../agent/agent.ts';
import type { ArrivedSentence, TurnLog } from '../../turns/turn-log.ts';

export function heardIn(turns: TurnLog): (sentence: ArrivedSentence) => HeardSentence | undefined {
  return (sentence) => {
    const fact = turns.heard(sentence);
    if (!fact) return undefined;
    const { confidence, language, energyDb, audioMs, pii } = fact;
    return {
      energyDb,
      audioMs,
      ...(confidence !== undefined && { confidence }),
      ...(language !== undefined && { language }),
      ...(pii.alternatives && { alternatives: pii.alternatives }),
    };
  };
}
