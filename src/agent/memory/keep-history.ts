/** Keeps what was said and answered for those who allowed it, beside the turn. */
import type { Background } from '../../core/background.ts';
import type { Exchange } from '../dialogue/dialogue.ts';
import { askedUs } from '../dialogue/questions.ts';
import type { Turn } from '../turn.ts';
import { personOf } from '../ports/person.ts';
import { withHiddenCodes } from '../understand/spoken-code.ts';
import type { Memory } from './memory.ts';

/** A turn that answers the question for a code is left out, and so are rows of digits that could be one. */
export function historyKeeper(
  memory: Memory,
  background: Pick<Background, 'run'>,
): (exchange: Exchange, turn: Turn) => void {
  return ({ said, answered }, { speaker, request, pending }) => {
    if (askedUs(pending?.open ?? [])?.kind === 'pin') return;
    const { language } = request;
    const exchange = { said: withHiddenCodes(said, language), answered, language };
    background.run('history', () => memory.note(exchange, personOf(speaker)));
  };
}
