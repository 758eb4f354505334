/** The devices a reply was about, by the names in it: for "it" and "them" in the next sentence, whoever reads that. */
import type { HomeModel } from '../../home/model/home-model.ts';
import { nameSpans } from '../act/grounding/said-names.ts';
import { normalise } from '../understand/normalise.ts';

/** A reply that names more is about none of them. */
const mostNamed = 8;

/** Ids, in the order in which they are named; names that several bear tell none. */
export function devicesNamed(reply: string, model: HomeModel): readonly string[] {
  const ids = nameSpans(normalise(reply), model).flatMap((span) => (span.ids.length === 1 ? span.ids : []));
  const named = [...new Set(ids)];
  return named.length > mostNamed ? [] : named;
}
