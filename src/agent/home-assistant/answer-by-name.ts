/** An answer to "which one?" or "in which room?" in a language whose sentences we do not parse: a name is enough. */
import type { AskedUs, Situation } from '../understand/situation.ts';
import { indexOf } from '../understand/home-index.ts';
import { findPlace } from '../understand/mention.ts';
import { nameKey } from '../understand/name-index.ts';
import type { AnswerToUs } from '../understand/plan.ts';

/** Before a name there stand a few small words ("in der", "la de la"); more words are another sentence. */
const wordsBefore = 3;

/** Null when the sentence does not end in a name that answers the question. */
export function answerByName(
  text: string,
  asked: AskedUs,
  { model }: Pick<Situation, 'model'>,
): AnswerToUs | null {
  if (asked.kind === 'confirmation') return null;
  const words = nameKey(text).split(' ');
  const index = indexOf(model);
  for (let start = 0; start <= Math.min(wordsBefore, words.length - 1); start += 1) {
    const name = words.slice(start).join(' ');
    if (asked.kind === 'where') {
      const place = findPlace({ model, index, allowMisheard: false }, name);
      if (place) return { said: 'there', place: { kind: place.kind, id: place.id, name: place.name } };
      continue;
    }
    const ids = index.entityNames.find(name, false)?.ids ?? [];
    const offered = ids.filter((id) => asked.entityIds.includes(id));
    const entities = offered.flatMap((id) => model.entities.get(id) ?? []);
    // Devices that share the name are told apart by their room.
    const byRoom = asked.entityIds
      .flatMap((id) => model.entities.get(id) ?? [])
      .filter((entity) => {
        const area = model.areas.get(entity.areaId ?? '');
        return area?.names.some(
          (one) => nameKey(one) === name || `${nameKey(one)} ${nameKey(entity.name)}` === name,
        );
      });
    if (entities.length === 1) return { said: 'these', entities };
    if (byRoom.length === 1) return { said: 'these', entities: byRoom };
  }
  return null;
}
