/** What a sentence comes to by its words alone, in this home. Pure. */
import { type Attempt, isQuestionWord } from './attempt.ts';
import { choosePlan, type Chosen } from './choose.ts';
import { readGist } from './gist/gist.ts';
import { isAside } from './gist/unknown-words.ts';
import type { Grammar } from './grammar/matcher.ts';
import type { LinkContext } from './mention.ts';
import type { Step } from './plan.ts';
import { readParses } from './read-parses.ts';
import type { Situation } from './situation.ts';

type ByGist<S extends Step> = Attempt & Chosen & { readonly plan: S };
type Act = Extract<Step, { readonly kind: 'act' }>;
type Unsure = Extract<Step, { readonly kind: 'unsure' }>;

/** Something to do, where that is whole; an answer to our question is none. */
export function byGist(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
  mostUnknown = 0,
): ByGist<Act> | undefined {
  const gist = situation.asked ? undefined : readGist(words, grammar, context, mostUnknown);
  if (gist === undefined) return undefined;
  const parses = [gist.parse];
  const readings = readParses(parses, gist.words, situation, context);
  const { chosen, plan } = choosePlan(readings);
  return plan.kind === 'act' ? { words: gist.words, parses, readings, chosen, plan } : undefined;
}

/** More words than these are another matter. */
const mostUnknown = 6;

/** Something to ask about: all that is known of the words means one thing, and they ask nothing themselves. */
export function unsurely(
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
  grammar: Grammar,
): ByGist<Unsure> | undefined {
  if (isQuestionWord(words[0] ?? '')) return undefined;
  for (const line of [words, ...ordersIn(words, grammar, context)]) {
    const gist = byGist(line, situation, context, grammar, mostUnknown);
    if (gist === undefined) continue;
    const { wish, entities, about } = gist.plan;
    return { ...gist, plan: { kind: 'unsure', wish, entities, about, unknownName: null } };
  }
  return undefined;
}

/** "Turn on disco lights and let the party begin": one part, where the others are about nothing of the home. */
function ordersIn(
  words: readonly string[],
  grammar: Grammar,
  context: LinkContext,
): readonly (readonly string[])[] {
  const ends = words.flatMap((word, at) => (joins.has(word) ? [at] : []));
  if (ends.length === 0 || ends.length > mostJoins) return [];
  const parts = [0, ...ends.map((at) => at + 1)].map((start, at) => words.slice(start, ends[at]));
  const isOther = (part: readonly string[]) => isAside(part, grammar.phrases, context);
  return parts.filter((_, at) =>
    parts.every(
      (part, other) => other === at || (isOther(part) && (other > at || tells.test(part[0] ?? ''))),
    ),
  );
}

/** Before an order; "hand me the remote and mute it" is asked of somebody else. */
const tells = /^(?:the|my|our|this|that|there|it|i|we)$/;
const joins: ReadonlySet<string> = new Set(['and', 'so', 'then', 'because', 'since', 'but']);
const mostJoins = 3;
