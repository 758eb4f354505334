/** What the router and the ways of answering it tries have in common. */
import type { TurnOutcome } from './agent.ts';
import type { Answer } from './dialogue/answer.ts';
import type { Hands } from './dialogue/hands.ts';
import type { Turn } from './turn.ts';
import type { Plan } from './understand/plan.ts';

/** One way to make sense of a sentence. The router asks them in order until one knows what to do. */
export type Path = {
  readonly name: TurnOutcome['path'];
  read(turn: Turn, options: { readonly signal: AbortSignal }): Promise<Reading>;
};

/** The path answered by itself. No later path is asked, also when it was not understood. */
export type Said = {
  readonly kind: 'said';
  readonly speech: string;
  /** BCP 47 tag of the speech. */
  readonly language: string;
  readonly understood: boolean;
  /** A language model may know more to say of it (`tell`), and perhaps to do (`act`): then it answers, where there is one. */
  readonly modelMay?: 'tell' | 'act';
};

/** The path did what it knew, step by step. */
export type Acted = {
  readonly kind: 'acted';
  /** Its speech begins with what was said on the way. */
  readonly answer: Answer;
  /** BCP 47 tag of the speech. */
  readonly language: string;
};

/**
 * Not understood here. The words of the first path that has some are said when no later one knows more; a path
 * that does not read the language has none. A guess is what the words come to if no later path knows them.
 */
export type Passed = {
  readonly kind: 'passed';
  readonly speech: string | null;
  readonly language: string;
  readonly guess?: Plan;
  /** The guess needs no language model's help: only the household's own sentences come before it. */
  readonly isFirm?: true;
};

/** What a path works with that does more than read. */
export type Work = {
  readonly hands: Hands;
  /** Says a piece of the reply at once. */
  readonly say: (text: string) => void;
  /** Shows that a tool is used. */
  readonly showTool: (name: string, status: 'started' | 'done' | 'failed') => void;
};

export type Reading =
  /** Carried out by the agent, through the one door. */
  | { readonly kind: 'plan'; readonly plan: Plan }
  | Said
  /** The path works by itself; once for a turn id, so the router runs it. What it passes on after all has its words said. */
  | {
      readonly kind: 'run';
      run(work: Work, options: { readonly signal: AbortSignal }): Promise<Said | Acted | Passed>;
    }
  | Passed;
