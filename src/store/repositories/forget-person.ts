/** Removes what came of a person from every table that holds something personal. */
import { type ExpressionBuilder, type Kysely, ParseJSONResultsPlugin, type Transaction } from 'kysely';
import type { Removed } from '../../agent/ports/memory-store.ts';
import { type PersonId, personOf } from '../../agent/ports/person.ts';
import type { Dialogue } from '../../agent/ports/dialogue-store.ts';
import type { Tables } from '../tables.ts';
import { removeWords } from './word-index.ts';

/** Of everybody when null. */
export async function forgetPerson(db: Kysely<Tables>, person: PersonId | null): Promise<Removed> {
  return await db.transaction().execute(async (transaction) => ({
    facts: await forgetFacts(transaction, person),
    history: await forgetHistory(transaction, person),
    consents: await forgetConsents(transaction, person),
    dialogues: await forgetDialogues(transaction, person),
    turns: await silenceTurns(transaction),
  }));
}

async function forgetFacts(db: Transaction<Tables>, person: PersonId | null): Promise<number> {
  const isTheirs = (is: ExpressionBuilder<Tables, 'facts'>) =>
    person === null ? is.and([]) : is.or([is('owner', '=', person), is('told_by', '=', person)]);
  const rows = await db.selectFrom('facts').select('fact_id').where(isTheirs).execute();
  await db.deleteFrom('facts').where(isTheirs).execute();
  await removeWords(
    db,
    rows.map(({ fact_id }) => fact_id),
  );
  return rows.length;
}

export async function forgetHistory(db: Transaction<Tables>, person: PersonId | null): Promise<number> {
  const isTheirs = (is: ExpressionBuilder<Tables, 'history'>) =>
    person === null ? is.and([]) : is('person', '=', person);
  const rows = await db.selectFrom('history').select('exchange_id').where(isTheirs).execute();
  await db.deleteFrom('history').where(isTheirs).execute();
  await removeWords(
    db,
    rows.map(({ exchange_id }) => exchange_id),
  );
  return rows.length;
}

async function forgetConsents(db: Transaction<Tables>, person: PersonId | null): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('memory_consents')
    .where((is) => (person === null ? is.and([]) : is('person', '=', person)))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function forgetDialogues(db: Transaction<Tables>, person: PersonId | null): Promise<number> {
  const rows = await db
    .withPlugin(new ParseJSONResultsPlugin())
    .selectFrom('dialogues')
    .select(['conversation_id', 'dialogue'])
    .execute();
  const theirs = rows.filter(({ dialogue }) => person === null || isOf(dialogue, person));
  if (theirs.length === 0) return 0;
  const ids = theirs.map(({ conversation_id }) => conversation_id);
  await db.deleteFrom('dialogues').where('conversation_id', 'in', ids).execute();
  return theirs.length;
}

/** Of a conversation that several people spoke in, the last one counts; a question may wait for another. */
function isOf({ speaker, pending }: Dialogue, person: PersonId): boolean {
  const speakers = pending ? [speaker, pending.askedOf] : [speaker];
  return speakers.some((one) => personOf(one) === person);
}

/** Whose a turn was is not on record: what was said in any of the last minutes goes, that they acted stays. */
async function silenceTurns(db: Transaction<Tables>): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('turns')
    .set({ outcome: null })
    .where('outcome', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
