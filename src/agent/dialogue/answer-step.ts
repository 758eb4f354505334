/** A question about the home, answered from the model, or from the list that is asked for. */
import type { Entity } from '../../home/model/home-model.ts';
import type { Turn } from '../path.ts';
import { replyToQuestion } from '../reply/answer-reply.ts';
import type { Step } from '../understand/plan.ts';
import { type Answer, answered } from './answer.ts';
import type { Hands } from './hands.ts';

type Options = { readonly signal: AbortSignal };

export async function answerStep(
  { question, entities, about }: Extract<Step, { readonly kind: 'answer' }>,
  turn: Turn,
  hands: Pick<Hands, 'readList'>,
  options: Options,
): Promise<Answer> {
  const { model, pack, isHomeAway } = turn;
  if (isHomeAway) return { ...answered, speech: pack.homeAway };
  if (question.ask === 'list_items') return await readLists(entities, turn, hands, options);
  const speech = replyToQuestion(question, entities, about, model, pack);
  return { ...answered, speech, entityIds: entities.map(({ entityId }) => entityId) };
}

async function readLists(
  lists: readonly Entity[],
  { pack }: Turn,
  { readList }: Pick<Hands, 'readList'>,
  options: Options,
): Promise<Answer> {
  if (!readList) return { ...answered, speech: pack.unsupported };
  const read = await Promise.all(
    lists.map(async ({ entityId, name }) => pack.lists.read(name, await readList(entityId, options))),
  );
  return { ...answered, speech: read.join(' '), entityIds: lists.map(({ entityId }) => entityId) };
}
