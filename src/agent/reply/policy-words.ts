/** What is said where something is not permitted, or wants the household's code. */
import type { Denial } from '../act/verdict.ts';
import type { Wish } from '../understand/plan.ts';
import type { Subject } from './language-pack.ts';

export type { Denial };

export type Asked = { readonly wish: Wish; readonly subject: Subject };

/** Replies that are the same sentence every time. */
export type PinReply =
  /** The code was wrong; the question for it may follow. */
  | 'pinWrong'
  /** Too many wrong codes came from there. */
  | 'pinLocked'
  /** No code has been set up. */
  | 'pinUnset';

export type PolicyWords = {
  /** It is not done for whoever asks; `what` is null where only the household knows what it would be. */
  readonly denied: (facts: { readonly denial: Denial; readonly what: Asked | null }) => string;
  /** Said by somebody whose role may say nothing on other satellites. */
  readonly deniedMessage: string;
  /** A question for the code. */
  readonly askPin: (facts: Asked) => string;
};
