/** A language model at our own port that answers by a script, and keeps what it was asked. */
import type { AnswerPart, LanguageModel, Prompt, ToolCall } from '../../../src/agent/ports/language-model.ts';

/** A string is text, an object a call: `{ use: 'tool', with: { … } }`. */
export type ScriptedPart =
  | string
  | { readonly use: string; readonly with: Readonly<Record<string, unknown>> };

export type ScriptedAnswer = readonly ScriptedPart[] | Error;

export type ScriptedModel = LanguageModel & { readonly prompts: readonly Prompt[] };

/** One answer after the other; asked once more than it has answers, it fails. */
export function scriptedModel(...script: readonly ScriptedAnswer[]): ScriptedModel {
  const prompts: Prompt[] = [];
  let callCount = 0;
  return {
    name: 'scripted',
    prompts,
    async *answer(prompt, { signal }): AsyncIterable<AnswerPart> {
      const answer = script[prompts.length];
      prompts.push(prompt);
      if (answer === undefined) throw new Error('the model was asked more often than the script says');
      if (answer instanceof Error) throw answer;
      for (const part of answer) {
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        if (typeof part === 'string') yield { kind: 'text', text: part };
        else {
          callCount += 1;
          const call: ToolCall = { id: `call-${callCount}`, name: part.use, input: part.with };
          yield { kind: 'call', call };
        }
      }
      yield { kind: 'end', why: 'finished', tokens: null };
    },
  };
}
