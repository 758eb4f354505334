/** The path that asks a language model: last in the list, for what nobody before it understood. */
import { type ErrorCode, isVoiceError, type VoiceError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { Passed, Path } from '../path.ts';
import type { Turn } from '../turn.ts';
import type { LanguageModel, Prompt } from '../ports/language-model.ts';
import type { FixedReply } from '../reply/language-pack.ts';
import type { Tool } from '../tools/tool.ts';
import type { SentenceCutter } from './mouth.ts';
import { talk } from './talk.ts';

export type LanguageModelPathParts = {
  readonly model: LanguageModel;
  /** In a fixed order; those that can do something in this home. */
  readonly toolsFor: (turn: Turn) => readonly Tool[];
  readonly promptFor: (turn: Turn, tools: readonly Tool[]) => Prompt;
  readonly cutterFor: (language: string) => SentenceCutter;
  /** Of a whole turn, in ms. */
  readonly deadlineMs: number;
  readonly log: Logger;
};

export function createLanguageModelPath(parts: LanguageModelPathParts): Path {
  const { model, toolsFor, promptFor, cutterFor, deadlineMs, log } = parts;
  const onTrouble = ({ code, message }: VoiceError) =>
    log.warn('the language model failed', { model: model.name, code, reason: message });
  return {
    name: 'llm',
    read: async (turn) => ({
      kind: 'run',
      run: async (work, options) => {
        const tools = toolsFor(turn);
        const prompt = promptFor(turn, tools);
        const cutter = () => cutterFor(turn.request.language);
        try {
          const acted = await talk(
            turn,
            work,
            { model, prompt, tools, cutter, deadlineMs, onTrouble },
            options,
          );
          return acted ?? passed('modelAway', turn);
        } catch (error) {
          options.signal.throwIfAborted();
          if (!isVoiceError(error)) throw error;
          onTrouble(error);
          return passed(whyNot(error.code), turn);
        }
      },
    }),
  };
}

function passed(reply: FixedReply, { pack }: Turn): Passed {
  return { kind: 'passed', speech: pack[reply], language: pack.language };
}

function whyNot(code: ErrorCode): FixedReply {
  if (code === 'LLM_REFUSED') return 'modelRefused';
  return code === 'LLM_LIMITED' ? 'modelLimited' : 'modelAway';
}
