/** A question about the home, answered from the model, or from the list that is asked for. */
import { type Entity, type HomeModel, stateOf } from '../../home/model/home-model.ts';
import type { Turn } from '../turn.ts';
import { replyToQuestion } from '../reply/answer-reply.ts';
import { isSo } from '../reply/state-words.ts';
import type { Question, Step } from '../understand/plan.ts';
import { type Answer, answered } from './answer.ts';
import { answerForecast } from './forecast-step.ts';
import type { Means } from './hands.ts';

type Options = { readonly signal: AbortSignal };

export async function answerStep(
  { question, entities, about }: Extract<Step, { readonly kind: 'answer' }>,
  turn: Turn,
  hands: Pick<Means, 'reads' | 'clock'>,
  options: Options,
): Promise<Answer> {
  const { model, pack, isHomeAway } = turn;
  if (isHomeAway) return { ...answered, speech: pack.homeAway };
  if (question.ask === 'list_items') return await readLists(entities, turn, hands, options);
  if (question.ask === 'forecast') return await answerForecast(question, entities, turn, hands, options);
  const speech = replyToQuestion(question, entities, about, model, pack);
  const spokenOf = found(question, entities, model);
  return { ...answered, speech, question, entityIds: spokenOf.map(({ entityId }) => entityId) };
}

/** "which lights are on … turn them off": those that are on, where some are. */
function found(question: Question, entities: readonly Entity[], model: HomeModel): readonly Entity[] {
  if (question.ask !== 'state' || question.wanted === 'all') return entities;
  const so = entities.filter((entity) => {
    const state = stateOf(model, entity.entityId);
    return state !== undefined && isSo(question.state, entity, state);
  });
  return so.length > 0 ? so : entities;
}

async function readLists(
  lists: readonly Entity[],
  { pack }: Turn,
  { reads }: Pick<Means, 'reads'>,
  options: Options,
): Promise<Answer> {
  const read = await Promise.all(
    lists.map(async ({ entityId, name }) => pack.lists.read(name, await reads.readList(entityId, options))),
  );
  return { ...answered, speech: read.join(' '), entityIds: lists.map(({ entityId }) => entityId) };
}
