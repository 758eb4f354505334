/** An answer to "which one?" or "in which room?" in a language whose sentences we do not parse: a name is enough. */
import { entitiesOf, type Entity, type HomeModel } from '../../home/model/home-model.ts';
import { indexOf } from '../understand/home-index.ts';
import { findPlace, standsIn } from '../understand/mention.ts';
import type { FoundPlace } from '../understand/mention.ts';
import { nameKey } from '../understand/name-index.ts';
import type { AnswerToUs } from '../understand/plan.ts';
import type { AskedUs } from '../understand/situation.ts';

/** Before a name there stand a few small words ("in der", "la de la"); more words are another sentence. */
const wordsBefore = 3;

/** "all of them", "both", where devices were offered. */
const allWords: ReadonlySet<string> = new Set(
  [
    'alle alle beide beide alles tous toutes tous les deux toutes les deux les deux',
    'todos todas ambos ambas los dos las dos todos ellos allemaal allebei',
  ].flatMap((line) => line.split(' ')),
);

/** Null when the sentence does not end in a name that answers the question. */
export function answerByName(
  text: string,
  asked: AskedUs,
  { model }: { readonly model: HomeModel },
): AnswerToUs | null {
  if (asked.kind !== 'which' && asked.kind !== 'where') return null;
  const words = nameKey(text).split(' ');
  const endings = words.slice(0, wordsBefore + 1).map((_, start) => words.slice(start).join(' '));
  const context = { model, index: indexOf(model), allowMisheard: false };
  const [place] = endings.flatMap((name) => findPlace(context, name) ?? []);
  if (asked.kind === 'where')
    return place ? { said: 'there', place: { kind: place.kind, id: place.id, name: place.name } } : null;
  const offered = entitiesOf(model, asked.entityIds);
  const entities = words.every((word) => allWords.has(word))
    ? offered
    : chosen(offered, endings, place, model);
  return entities.length > 0 ? { said: 'these', entities } : null;
}

/** The one that is called so, else those in the room that was said. */
function chosen(
  offered: readonly Entity[],
  endings: readonly string[],
  place: FoundPlace | undefined,
  model: HomeModel,
): readonly Entity[] {
  for (const said of endings) {
    const called = offered.filter((entity) => namesOf(entity, model).includes(said));
    if (called.length === 1) return called;
  }
  return place ? offered.filter((entity) => standsIn(entity, place, model)) : [];
}

/** Its own names, and those with its room, by which we offered it where others are called the same. */
function namesOf({ name, names, areaId }: Entity, model: HomeModel): readonly string[] {
  const room = model.areas.get(areaId ?? '')?.name;
  return [...names, ...(room === undefined ? [] : [`${room} ${name}`])].map(nameKey);
}
