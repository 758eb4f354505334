/** What became of a sentence, before it is an outcome. */
import type { Outcome } from '../act/outcome.ts';
import type { Question } from '../understand/plan.ts';
import type { ActedStep, OpenStep } from './dialogue.ts';

/** What a plan, or one step of it, came to. */
export type Answer = {
  readonly speech: string;
  readonly understood: boolean;
  readonly outcomes: readonly Outcome[];
  /** The devices it was about, for "it" and "them". */
  readonly entityIds: readonly string[];
  /** What was tried, in order. */
  readonly acted: readonly ActedStep[];
  /** What waits for an answer; the question is the end of `speech`. */
  readonly open: readonly OpenStep[];
  /** What was asked about the devices. */
  readonly question?: Question;
  /** The one timer it was about last, for "pause it"; null when there is none any more, or more than one. */
  readonly timerId?: string | null;
  /** What was remembered or recalled, for "forget that". */
  readonly factIds?: readonly string[];
  /** It tells what a person told us: it is kept nowhere. */
  readonly isPersonal?: true;
};

/** Nothing was done, and nothing is said yet. */
export const noAnswer: Answer = {
  speech: '',
  understood: false,
  outcomes: [],
  entityIds: [],
  acted: [],
  open: [],
};
/** It was understood; nothing was done yet, and nothing is said. */
export const answered: Answer = { ...noAnswer, understood: true };
