/** All ways a sentence fits the grammar → what each comes to in this home, the best first. Pure. */
import type { SentenceReading } from './choose.ts';
import type { Clause, Parse } from './grammar/matcher.ts';
import type { LinkContext } from './mention.ts';
import { readClause, type Reading } from './read-clause.ts';
import type { Situation } from './situation.ts';

type Ids = readonly string[];

export function readParses(
  parses: readonly Parse[],
  words: readonly string[],
  situation: Situation,
  context: LinkContext,
): readonly SentenceReading[] {
  const known = new Map<string, Reading | undefined>();
  const readOnce = (clause: Clause, lastEntityIds: Ids): Reading | undefined => {
    const key = [clause.key, ...lastEntityIds].join(' ');
    if (!known.has(key)) {
      // In one sentence, what was spoken of before it is the other of "both".
      const isSaid = lastEntityIds !== context.lastEntityIds;
      const about = { lastEntityIds, ...(isSaid && { earlierEntityIds: context.lastEntityIds }) };
      known.set(key, readClause(clause, words, { ...situation, ...about }, { ...context, ...about }));
    }
    return known.get(key);
  };
  const { lastEntityIds } = context;
  return parses
    .flatMap((parse) => {
      const clauses: Reading[] = [];
      for (const clause of parse.clauses) {
        const said = devicesOf(clauses.at(-1));
        const after = said.length > 0 ? readOnce(clause, said) : undefined;
        const reading = after && !isUnlinked(after) ? after : readOnce(clause, lastEntityIds);
        if (reading === undefined) return [];
        if (!saysTheSame(reading, clauses.at(-1))) clauses.push(reading);
      }
      const isClear = clauses.some((reading) => !isUnlinked(reading));
      return [{ parse, clauses, isClear, score: Math.min(...clauses.map(({ score }) => score)) }];
    })
    .sort((a, b) => b.score - a.score || doubt(a) - doubt(b));
}

/** What lacks least comes first. */
const doubts = ['ambiguous', 'no-place', 'unfit', 'none-there', 'unknown-place', 'unknown-name'];

/** Of readings of several clauses: how little is known of those that are not clear. */
function doubt({ clauses }: SentenceReading): number {
  if (clauses.length < 2) return 0;
  const all = clauses.map(({ step }) => (step.kind === 'unlinked' ? doubts.indexOf(step.why.kind) + 1 : 0));
  return all.reduce((sum, one) => sum + one, 0);
}

function isUnlinked({ step }: Reading): boolean {
  return step.kind === 'unlinked';
}

/** "Turn it down, it is too loud": one wish, said twice. */
function saysTheSame({ step }: Reading, before: Reading | undefined): boolean {
  const { step: last } = before ?? {};
  if (step.kind !== 'act' || last?.kind !== 'act') return false;
  const isSameWish = JSON.stringify(step.wish) === JSON.stringify(last.wish);
  return isSameWish && step.entities.every((entity) => last.entities.includes(entity));
}

/** "Turn on the lamp and dim it": what the clause before was about. */
function devicesOf(reading: Reading | undefined): Ids {
  return reading?.step.kind === 'act' ? reading.step.entities.map(({ entityId }) => entityId) : [];
}
