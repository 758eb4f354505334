/** What to make of a sentence that Home Assistant knows but for a name or a room in it. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { SentenceReading } from '../../home/model/sentence-reading.ts';
import { type HomeIndex, indexOf } from '../understand/home-index.ts';
import { nameKey } from '../understand/name-index.ts';
import type { Step } from '../understand/plan.ts';

/** Its guess what the name is takes in words around it; longer names nobody says. */
const nameWordsLimit = 8;

/**
 * Undefined when no word is unknown: then the whole sentence was known and only the person's room is missing,
 * which only devices tell there.
 */
export function unknownStep(
  read: Extract<SentenceReading, { readonly kind: 'intent' | 'partly' }>,
  model: HomeModel,
): Step | undefined {
  if (read.kind !== 'partly' || read.unknown.size === 0) return undefined;
  const notUnderstood: Step = { kind: 'not-understood', why: 'no-match' };
  const place = read.unknown.get('area') ?? read.unknown.get('floor');
  const name = read.unknown.get('name');
  const said = place ?? name;
  // A device or room that is there must not be called unknown: then it is the sentence that is not known.
  if (said === undefined || read.unknown.size > 1 || holdsKnownName(said, indexOf(model)))
    return notUnderstood;
  const unlinked = { kind: 'unlinked', wish: null, isQuestion: read.intent.startsWith('HassGet') } as const;
  return place === undefined
    ? { ...unlinked, why: { kind: 'unknown-name', said } }
    : { ...unlinked, why: { kind: 'unknown-place', said } };
}

function holdsKnownName(said: string, { entityNames, placeNames }: HomeIndex): boolean {
  const words = nameKey(said).split(' ');
  return words.some((_, start) =>
    words.slice(start, start + nameWordsLimit).some((__, length) => {
      const name = words.slice(start, start + length + 1).join(' ');
      return entityNames.find(name, false) !== undefined || placeNames.find(name, false) !== undefined;
    }),
  );
}
