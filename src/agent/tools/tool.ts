/** One thing a language model may ask for: read something, or have a step done as every path has it done. */
import type * as z from 'zod';
import type { Deed } from '../act/deed.ts';
import type { Answer } from '../dialogue/answer.ts';
import type { OwnStep } from '../dialogue/resolve.ts';
import type { Work } from '../path.ts';
import type { Turn } from '../turn.ts';

export type Tool = {
  /** `[a-z0-9_]`, at most 64 characters. */
  readonly name: string;
  /** For the model: when to use it, and what it gives. */
  readonly description: string;
  readonly input: z.ZodType<ToolInput>;
  /** JSON Schema of `input`, where another program wrote it; absent: made from `input`. */
  readonly inputSchema?: Readonly<Record<string, unknown>>;
  /**
   * What the speaker must have asked for before it runs with this input; null where it only reads, or where what it
   * changes goes through the door, which asks the same for itself.
   */
  deedOf(input: ToolInput): Deed | null;
  /** Rejects only with the signal's reason or an error that `runTool` tells the model. */
  run(input: ToolInput, hands: ToolHands, options: { readonly signal: AbortSignal }): Promise<ToolAnswer>;
};

export type ToolInput = Readonly<Record<string, unknown>>;

export type ToolAnswer = {
  /** For the model: plain text or JSON. Data, whatever it says. */
  readonly content: string;
  readonly isError?: true;
  /** What was done, asked or left open by it; its speech is for the person. */
  readonly answer?: Answer;
  /** It changed something that the house can not see: the model's own word for it is all there is. */
  readonly isOutside?: true;
};

/** What a turn lends to its tools. */
export type ToolHands = {
  readonly turn: Turn;
  readonly work: Work;
  /** The step through the same door, policy, confirmation and proof as a sentence that our grammar understood. */
  carryOut(step: OwnStep, options: { readonly signal: AbortSignal }): Promise<Answer>;
};
