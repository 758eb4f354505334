/** One sentence through the agent: once per turn id, in a language it speaks, to exactly one outcome. */
import type { Clock } from '../core/clock.ts';
import type { HomeModel } from '../home/model/home-model.ts';
import type { Door, Outcome } from './act/act.ts';
import type { Agent, AgentPart, TurnOutcome, TurnRequest } from './agent.ts';
import type { HomeView } from './ports/home-view.ts';
import type { DialogueStore } from './ports/dialogue-store.ts';
import type { TurnStore } from './ports/turn-store.ts';
import { replyToQuestion } from './reply/answer-reply.ts';
import { replyToUnclear } from './reply/no-answer-reply.ts';
import { replyToOutcomes } from './reply/outcome-reply.ts';
import type { Grammar } from './understand/grammar/matcher.ts';
import type { Plan, Wish } from './understand/plan.ts';
import { understand } from './understand/understand.ts';
import type { Dialogue } from './dialogue/dialogue.ts';

export type AgentParts = {
  readonly home: HomeView;
  /** The way to every actuator. */
  readonly door: Door;
  readonly grammar: Grammar;
  readonly turns: TurnStore;
  readonly dialogues: DialogueStore;
  readonly clock: Clock;
};

const language = 'en';

type Options = { readonly signal: AbortSignal };
/** What a plan came to. */
type Answer = {
  readonly speech: string;
  readonly understood: boolean;
  readonly outcomes: readonly Outcome[];
  readonly entityIds: readonly string[];
  readonly wish: Wish | null;
};

export function createAgent(parts: AgentParts): Agent {
  /** Turns being worked on: a repeated id waits for the first one instead of acting beside it. */
  const running = new Map<string, Promise<TurnOutcome>>();

  const answerOnce = async (request: TurnRequest, options: Options): Promise<TurnOutcome> => {
    const known = running.get(request.turnId) ?? parts.turns.find(request.turnId);
    const first = await known;
    if (first) return first.kind === 'outcome' ? first : interrupted(request.turnId);
    const again = running.get(request.turnId);
    if (again) return await again;
    const work = answerTurn(parts, request, options);
    running.set(request.turnId, work);
    try {
      return await work;
    } finally {
      running.delete(request.turnId);
    }
  };

  return {
    languages: [language],
    async *respond(request, options): AsyncIterable<AgentPart> {
      options.signal.throwIfAborted();
      const outcome = await answerOnce(request, options);
      options.signal.throwIfAborted();
      if (outcome.speech !== '') yield { kind: 'delta', text: outcome.speech };
      yield outcome;
    },
  };
}

async function answerTurn(parts: AgentParts, request: TurnRequest, options: Options): Promise<TurnOutcome> {
  const { conversationId } = request;
  const dialogue = conversationId === undefined ? undefined : await parts.dialogues.load(conversationId);
  const answer = await answerPlan(parts, request, dialogue, options);
  const outcome: TurnOutcome = {
    kind: 'outcome',
    turnId: request.turnId,
    speech: answer.speech,
    language,
    understood: answer.understood,
    continueConversation: false,
    changes: answer.outcomes.map(({ entityId, name, before, after, proof }) => ({
      entityId,
      name,
      before,
      after,
      proof,
    })),
    path: 'local',
  };
  await parts.turns.save(outcome);
  if (conversationId !== undefined && answer.understood) {
    await parts.dialogues.save({
      conversationId,
      pending: null,
      lastEntityIds: answer.entityIds,
      lastWish: answer.wish,
      updatedAtMs: parts.clock.now(),
    });
  }
  return outcome;
}

async function answerPlan(
  { home, grammar, door, turns }: AgentParts,
  request: TurnRequest,
  dialogue: Dialogue | undefined,
  options: Options,
): Promise<Answer> {
  if (!speaks(request.language)) return unanswered('I only understand English yet.');
  const model = home.model();
  const situation = { model, areaId: areaOf(request, model), lastEntityIds: dialogue?.lastEntityIds ?? [] };
  const { plan } = understand(request.text, situation, grammar);
  if (plan.kind === 'not-understood') return unanswered(replyToUnclear(plan, model));
  if (home.status() !== 'connected') return unanswered("I can't reach Home Assistant right now.");
  if (plan.kind === 'unlinked') return unanswered(replyToUnclear(plan, model));
  if (plan.kind !== 'act' && plan.kind !== 'answer')
    return { ...unanswered("I understood that, but I can't do it yet."), understood: true };
  const entityIds = plan.entities.map((entity) => entity.entityId);
  if (plan.kind === 'answer') {
    const speech = replyToQuestion(plan.question, plan.entities, plan.about, model);
    return { speech, understood: true, outcomes: [], entityIds, wish: null };
  }
  const outcomes = await carryOut(plan, { door, turns }, request, options);
  const speech = replyToOutcomes(outcomes, plan.wish, plan.about);
  return { speech, understood: true, outcomes, entityIds, wish: plan.wish };
}

async function carryOut(
  plan: Extract<Plan, { kind: 'act' }>,
  { door, turns }: Pick<AgentParts, 'door' | 'turns'>,
  { turnId, channel }: TurnRequest,
  options: Options,
): Promise<readonly Outcome[]> {
  // From here on a repeated request must not act again, whatever becomes of this process.
  await turns.start(turnId);
  return await door({ wish: plan.wish, entities: plan.entities, channel }, options);
}

/** The same id came before, began to act and never ended: nothing is done again, and nothing is claimed. */
function interrupted(turnId: string): TurnOutcome {
  return {
    kind: 'outcome',
    turnId,
    speech: "I was interrupted during that and don't know what was done. Please check before you ask again.",
    language,
    understood: true,
    continueConversation: false,
    changes: [],
    path: 'local',
  };
}

function unanswered(speech: string): Answer {
  return { speech, understood: false, outcomes: [], entityIds: [], wish: null };
}

function speaks(tag: string): boolean {
  return tag.toLowerCase().split(/[-_]/)[0] === language;
}

/** Where it was said: as the caller says, else where its satellite or device stands. */
function areaOf(request: TurnRequest, model: HomeModel): string | null {
  if (request.areaId !== undefined) return request.areaId;
  const satelliteArea =
    request.satelliteId === undefined ? undefined : model.satelliteAreas.get(request.satelliteId);
  if (satelliteArea !== undefined) return satelliteArea;
  return (request.deviceId === undefined ? undefined : model.devices.get(request.deviceId)?.areaId) ?? null;
}
