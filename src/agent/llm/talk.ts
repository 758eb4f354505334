/** One turn with a language model: what it says is heard as it comes, what it asks for is done, until it is finished. */
import { isVoiceError, LanguageModelError, type VoiceError } from '../../core/errors.ts';
import { startDeadline } from '../../core/abort.ts';
import { countDevices } from '../act/reach.ts';
import type { Answer } from '../dialogue/answer.ts';
import { carryOutStep, joined } from '../dialogue/carry-out.ts';
import { questionOf, speakQuestion } from '../dialogue/questions.ts';
import type { Acted, Work } from '../path.ts';
import type { Turn } from '../turn.ts';
import type { LanguageModel, Message, Prompt, ToolCall, ToolResult } from '../ports/language-model.ts';
import { runTool } from '../tools/run-tool.ts';
import type { Tool, ToolAnswer } from '../tools/tool.ts';
import type { OwnStep } from '../dialogue/resolve.ts';
import { devicesNamed } from './devices-named.ts';
import { Mouth, type SentenceCutter } from './mouth.ts';
import { Together } from './together.ts';

export type TalkParts = {
  readonly model: LanguageModel;
  readonly prompt: Prompt;
  readonly tools: readonly Tool[];
  readonly cutter: () => SentenceCutter;
  /** Of the whole turn, in ms. */
  readonly deadlineMs: number;
  /** Told of a failure that the person hears of in this turn's reply. */
  readonly onTrouble: (error: VoiceError) => void;
};

/** More are a model that runs in circles; a person waits meanwhile. */
const maxCalls = 8;

/**
 * Undefined when nothing was said or done at all.
 * @throws LanguageModelError when the model failed before anything was said or done; after that its failure is told.
 */
export async function talk(
  turn: Turn,
  work: Work,
  { model, prompt, tools, cutter, deadlineMs, onTrouble }: TalkParts,
  { signal }: { readonly signal: AbortSignal },
): Promise<Acted | undefined> {
  using deadline = startDeadline(deadlineMs, signal);
  const mouth = new Mouth(work.say, cutter, turn.request.language);
  const answers: Answer[] = [];
  const use = toolUser({ turn, work, tools, mouth, answers });
  const messages: Message[] = [...prompt.messages];
  let callCount = 0;
  try {
    for (;;) {
      const offered = callCount < maxCalls ? prompt.tools : [];
      const heard = await listen(model, { ...prompt, messages, tools: offered }, mouth, deadline);
      if (heard.calls.length === 0 || offered.length === 0) break;
      const results = await use(heard.calls, maxCalls - callCount, { signal: deadline.signal });
      callCount += heard.calls.length;
      messages.push({ from: 'model', ...heard }, { from: 'tools', results });
    }
  } catch (error) {
    signal.throwIfAborted();
    const trouble = deadline.isOver ? tooLate(deadlineMs) : error;
    if (!isVoiceError(trouble) || (mouth.spoken === '' && answers.length === 0)) throw trouble;
    onTrouble(trouble);
    mouth.tell(turn.pack.modelBrokeOff);
  }
  if (mouth.hasWithheld && (mouth.spoken === '' || answers.length === 0)) mouth.tell(turn.pack.didNothing);
  const { speech: _, ...facts } = joined(answers, turn);
  const question = questionOf(facts.open);
  if (question) mouth.tell(speakQuestion(question, turn.model, turn.pack));
  if (mouth.spoken === '') return undefined;
  const entityIds = facts.entityIds.length > 0 ? facts.entityIds : devicesNamed(mouth.spoken, turn.model);
  const answer = { ...facts, entityIds, understood: true, speech: mouth.spoken };
  return { kind: 'acted', answer, language: turn.request.language };
}

const tooLate = (deadlineMs: number) =>
  new LanguageModelError('LLM_TIMEOUT', `no complete answer within ${deadlineMs} ms`);

type Heard = { readonly text: string; readonly calls: readonly ToolCall[] };

async function listen(
  model: LanguageModel,
  prompt: Prompt,
  mouth: Mouth,
  options: { readonly signal: AbortSignal },
): Promise<Heard> {
  let text = '';
  const calls: ToolCall[] = [];
  for await (const part of model.answer(prompt, options)) {
    if (part.kind === 'text') {
      text += part.text;
      mouth.hear(part.text);
    }
    if (part.kind === 'call') calls.push(part.call);
  }
  mouth.endAnswer();
  return { text, calls };
}

type ToolUserParts = {
  readonly turn: Turn;
  readonly work: Work;
  readonly tools: readonly Tool[];
  readonly mouth: Mouth;
  /** Gets every answer of a tool, in order. */
  readonly answers: Answer[];
};

function toolUser({ turn, work, tools, mouth, answers }: ToolUserParts) {
  const acts: Extract<OwnStep, { readonly kind: 'act' }>[] = [];

  const together = (options: { readonly signal: AbortSignal }) =>
    new Together(async (steps) => {
      acts.push(...steps.flatMap((step) => (step.kind === 'act' ? [step] : [])));
      const asked = { deviceCount: countDevices(acts, turn.model), confirmed: [] };
      const done: Answer[] = [];
      for (const step of steps) done.push(await carryOutStep(step, asked, turn, work.hands, options));
      return done;
    });

  return async (
    calls: readonly ToolCall[],
    left: number,
    options: { readonly signal: AbortSignal },
  ): Promise<readonly ToolResult[]> => {
    const used = await together(options).run(
      calls.map((call, place) => async (carryOut) => {
        const tool = tools.find(({ name }) => name === call.name);
        if (tool === undefined) return unknownTool(call, tools);
        if (place >= left) return tooMany;
        work.showTool(call.name, 'started');
        const answer = await runTool(tool, call.input, { turn, work, carryOut }, options);
        work.showTool(call.name, answer.isError ? 'failed' : 'done');
        if (answer.isOutside) mouth.allowClaims();
        return answer;
      }),
    );
    for (const { answer } of used) {
      if (!answer) continue;
      answers.push(answer);
      mouth.tell(answer.speech);
    }
    return calls.map(({ id, name }, place) => {
      const { content, isError = false } = used[place] ?? tooMany;
      return { callId: id, name, content, isError };
    });
  };
}

const tooMany: ToolAnswer = {
  content: 'No more tools can be used in this turn. Answer with what is known.',
  isError: true,
};

function unknownTool({ name }: ToolCall, tools: readonly Tool[]): ToolAnswer {
  const known = tools.map((tool) => tool.name).join(', ');
  return { content: `There is no tool "${name}". There are: ${known}.`, isError: true };
}
