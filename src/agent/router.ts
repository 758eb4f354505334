/** One sentence through the agent: once per turn id, down the list of paths, to exactly one outcome. */
import { BugError } from '../core/errors.ts';
import type { Agent, AgentPart, TurnOutcome, TurnRequest } from './agent.ts';
import { type Conversation, type DialogueMemory, openConversation } from './dialogue/conversation.ts';
import { askAgain, memoryOf, type PathAnswer } from './dialogue/memory.ts';
import type { Means } from './dialogue/hands.ts';
import { separatePin } from './dialogue/pin-answer.ts';
import { questionOf } from './dialogue/questions.ts';
import type { Exchange } from './dialogue/dialogue.ts';
import { tellUnheard } from './dialogue/timer-step.ts';
import { followPaths, type TurnWork } from './follow-paths.ts';
import { LiveTurn } from './live-turn.ts';
import type { Path } from './path.ts';
import type { Turn } from './turn.ts';
import type { DialogueStore } from './ports/dialogue-store.ts';
import type { HomeView } from './ports/home-view.ts';
import type { TurnStore } from './ports/turn-store.ts';
import { english } from './reply/en/pack.ts';
import { packFor } from './reply/packs.ts';
import { speakerOf } from './speaker.ts';
import { turnOf } from './turn-of.ts';

export type AgentParts = {
  /** BCP 47 tags of the languages the paths understand right now, default first. */
  readonly languages: () => readonly string[];
  /** Ways to understand, in the order they are asked: the own grammar first, then who knows more. */
  readonly paths: readonly Path[];
  readonly home: HomeView;
  readonly means: Means;
  readonly turns: TurnStore;
  readonly dialogues: DialogueStore;
  /** Told of what was said and answered, without what is secret in it. */
  readonly onExchange?: ((exchange: Exchange, turn: Turn) => void) | undefined;
  /** The household has a code: it is taken out of every sentence before a path reads it. */
  readonly hasPin?: boolean;
};

type Options = { readonly signal: AbortSignal };

export function createAgent(parts: AgentParts): Agent {
  /** Turns being worked on: a repeated id listens to the first one instead of acting beside it. */
  const running = new Map<string, LiveTurn>();

  const begin = (request: TurnRequest, options: Options): LiveTurn => {
    const { turnId } = request;
    const live = new LiveTurn();
    running.set(turnId, live);
    answerOnce(parts, request, live, options)
      .catch((error: unknown) => live.fail(error))
      .finally(() => running.delete(turnId));
    return live;
  };

  return {
    get languages() {
      return parts.languages();
    },
    async *respond(request, options): AsyncIterable<AgentPart> {
      options.signal.throwIfAborted();
      const known = running.get(request.turnId);
      // Whoever began the turn hears its end, also where the signal brought it about: then nothing of it runs on.
      if (known === undefined) yield* begin(request, options).parts();
      else yield* known.parts(options);
    },
  };
}

async function answerOnce(
  parts: AgentParts,
  request: TurnRequest,
  live: LiveTurn,
  options: Options,
): Promise<void> {
  const { turns, dialogues, means } = parts;
  // Two questions to the store, and a person waits.
  const [first, conversation] = await Promise.all([
    turns.find(request.turnId),
    openConversation(speakerOf(request), { dialogues, clock: means.clock }),
  ]);
  if (first === undefined) {
    await answerTurn(parts, request, conversation, live, options);
    return;
  }
  const outcome = first.kind === 'outcome' ? first : interrupted(request);
  if (outcome.speech !== '') live.push({ kind: 'delta', text: outcome.speech });
  live.push(outcome);
}

async function answerTurn(
  parts: AgentParts,
  asked: TurnRequest,
  conversation: Conversation,
  live: LiveTurn,
  options: Options,
): Promise<void> {
  const { request, pin } = parts.hasPin ? separatePin(asked, conversation) : { request: asked, pin: null };
  const { dialogue, pending } = conversation;
  const turn = turnOf(request, parts.home, { dialogue, pending, pin });
  let begun: Promise<void> | undefined;
  let spoken = '';
  /** One for each step that acted. */
  const records: Promise<void>[] = [];
  const work: TurnWork = {
    say: (text) => {
      spoken += text;
      live.push({ kind: 'delta', text });
    },
    showTool: (name, status) => live.push({ kind: 'tool', name, status }),
    hands: {
      ...parts.means,
      conversation,
      aboutToAct: () => (begun ??= parts.turns.start(request.turnId)),
      keep: (isKept) => void records.push(isKept),
    },
  };
  const said = askAgain(await followPaths(parts.paths, turn, work, options), turn);
  const memory = memoryOf(said, turn);
  const outcome = await outcomeOf(said, memory, turn, parts.means);
  // On record before it is heard, so that an answer finds its question after a restart too.
  await Promise.all([conversation.remember(memory), parts.turns.save(outcome), ...records]);
  const exchange = memory.exchanges.at(-1);
  if (exchange && said.answer.isPersonal !== true) parts.onExchange?.(exchange, turn);
  options.signal.throwIfAborted();
  if (!outcome.speech.startsWith(spoken)) throw new BugError('BUG', 'a reply took back what it had said');
  const rest = outcome.speech.slice(spoken.length);
  if (rest !== '') live.push({ kind: 'delta', text: rest });
  live.push(outcome);
}

async function outcomeOf(
  { answer, language, path }: PathAnswer,
  { pending }: DialogueMemory,
  turn: Turn,
  { timers }: Means,
): Promise<TurnOutcome> {
  const question = questionOf(pending?.open ?? []);
  // A question has to be the last thing that is heard.
  const mayAdd = timers && question === null && language === turn.pack.language;
  const unheard = mayAdd ? await tellUnheard(turn, timers) : '';
  return {
    kind: 'outcome',
    turnId: turn.request.turnId,
    speech: [answer.speech, unheard].filter((text) => text !== '').join(' '),
    language,
    understood: answer.understood,
    continueConversation: question !== null,
    ...(question && { continueReason: question.reason }),
    changes: answer.outcomes.map(({ entityId, name, before, after, proof }) => ({
      entityId,
      name,
      before,
      after,
      proof,
    })),
    path,
    ...(answer.isPersonal && { isPersonal: true }),
  };
}

/** The same id came before, began to act and never ended: nothing is done again, and nothing is claimed. */
function interrupted({ turnId, language: asked }: TurnRequest): TurnOutcome {
  const { interrupted: speech, language } = packFor(asked) ?? english;
  return {
    kind: 'outcome',
    turnId,
    speech,
    language,
    understood: true,
    continueConversation: false,
    changes: [],
    path: 'local',
  };
}
