/** The language model's path of this program: who is asked, with which tools, and what it is told. */
import type { LanguageModelPathParts } from '../../agent/llm/llm-path.ts';
import { buildPrompt } from '../../agent/llm/prompt.ts';
import { SpeakableSentences } from '../../agent/llm/speakable-sentences.ts';
import type { LanguageModel } from '../../agent/ports/language-model.ts';
import { createToolBox, describeTool, type ToolsParts } from '../../agent/tools/tools.ts';
import type { Config } from '../../config/schema.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { Home } from '../../home/home.ts';
import { createHomeQueries } from '../../home/query.ts';
import type { ScriptFields } from '../../home/query/script-fields.ts';

export type LanguageModelPathOptions = Partial<
  Pick<ToolsParts, 'scriptFields' | 'hasTimers' | 'hasAnnouncer' | 'hasMemory' | 'outside'>
> & {
  readonly model: LanguageModel;
  readonly llm: Config['llm'];
  readonly home: Home;
  readonly clock: Clock;
  readonly log: Logger;
};

const noFields: ScriptFields = new Map();

export function languageModelPath({
  model,
  llm,
  home,
  clock,
  log,
  scriptFields = () => noFields,
  hasTimers = false,
  hasAnnouncer = false,
  hasMemory = false,
  outside,
}: LanguageModelPathOptions): LanguageModelPathParts {
  const queries = createHomeQueries(home);
  const has = { hasTimers, hasAnnouncer, hasMemory };
  const box = createToolBox({ queries, clock, scriptFields, ...has, outside });
  const { persona, homeCharacters, maxTokens } = llm;
  return {
    model,
    toolsFor: (turn) => box.toolsFor(turn.model),
    promptFor: (turn, tools) =>
      buildPrompt(turn, tools.map(describeTool), { persona, homeCharacters, maxTokens, clock }),
    cutterFor: () => new SpeakableSentences(),
    deadlineMs: llm.answerMs,
    log,
  };
}
