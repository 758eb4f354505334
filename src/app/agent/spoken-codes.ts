/** Keeps codes out of what is told of turns: logs, traces and the turns of the dashboard. */
import { askedUs } from '../../agent/dialogue/questions.ts';
import { dialogueLifeMs } from '../../agent/ports/dialogue-store.ts';
import { hiddenText, withHiddenCodes } from '../../agent/understand/spoken-code.ts';
import type { Clock } from '../../core/clock.ts';
import type { ReportStage, StageFact } from '../../turns/stage-fact.ts';
import type { AgentStores } from '../data/sturdy-stores.ts';

/**
 * While a code is waited for, in whatever room, what is heard and read may be it: who speaks where is not known at
 * that stage. At other times rows of digits as long as a code are hidden.
 */
export class SpokenCodes {
  readonly #clock: Clock;
  #askedUntilMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The same stores; a question for a code is noticed as it is saved. */
  watched({ turns, dialogues }: AgentStores): AgentStores {
    return {
      turns,
      dialogues: {
        load: (conversationId) => dialogues.load(conversationId),
        save: async (dialogue) => {
          if (askedUs(dialogue.pending?.open ?? [])?.kind === 'pin')
            this.#askedUntilMs = this.#clock.now() + dialogueLifeMs;
          return await dialogues.save(dialogue);
        },
      },
    };
  }

  /** The same report; what was said in it is hidden where it may hold a code. */
  hiding(report: ReportStage): ReportStage {
    return (fact) => report(this.#hidden(fact));
  }

  #hidden(fact: StageFact): StageFact {
    if (fact.stage !== 'stt' && fact.stage !== 'agent') return fact;
    const language = fact.language ?? 'en';
    // Equal texts stay equal: the stages of a turn are joined by them.
    const isAsked = this.#clock.now() < this.#askedUntilMs;
    const hide = (text: string) => (isAsked ? hiddenText : withHiddenCodes(text, language));
    if (fact.stage === 'agent') return { ...fact, pii: { ...fact.pii, text: hide(fact.pii.text) } };
    const { text, alternatives } = fact.pii;
    return {
      ...fact,
      pii: {
        ...(text !== undefined && { text: hide(text) }),
        ...(alternatives && { alternatives: alternatives.map(hide) }),
      },
    };
  }
}
