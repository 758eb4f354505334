/** Whether a sentence that is being spoken is whole, as far as the agent's grammar and this home can tell. */
import { askedUs } from '../../agent/dialogue/questions.ts';
import type { HomeView } from '../../agent/ports/home-view.ts';
import { loadGrammar } from '../../agent/understand/load-grammar.ts';
import { type Situation, understand } from '../../agent/understand/understand.ts';
import { primarySubtag } from '../../core/language-tag.ts';
import type { JudgeSentence } from '../../services/endpoint.ts';
import { judge } from '../../agent/understand/completeness.ts';
import type { RecentDialogue } from './recent-dialogue.ts';

export type JudgeParts = {
  readonly home: HomeView;
  /** What is spoken of now: "it", and questions of ours that wait. */
  readonly recent: RecentDialogue;
  /** How many timers run or stand; absent: nobody here knows. */
  readonly timerCount?: (() => number) | undefined;
};

/** The language whose sentences the agent parses itself. */
const language = 'en';

/** Sentences of other languages are never known to be whole: they end after the longest silence. */
export function createJudge({ home, recent, timerCount = () => Infinity }: JudgeParts): JudgeSentence {
  const grammar = loadGrammar(language);
  return (heard) => {
    if (primarySubtag(heard.language) !== language) return 'incomplete';
    const model = home.model();
    const dialogue = recent.value;
    const situation: Situation = {
      model,
      // Nowhere: in a room its name would be left out, and could still follow.
      areaId: null,
      lastEntityIds: dialogue?.lastEntityIds ?? [],
      lastWish: dialogue?.lastWish ?? null,
      asked: askedUs(dialogue?.pending?.open ?? []),
    };
    return judge(understand(heard.text, situation, grammar), { model, timerCount: timerCount() });
  };
}
