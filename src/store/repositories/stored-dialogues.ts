/** Dialogues by conversation, kept over a restart. */
import type { Kysely } from 'kysely';
import { type Dialogue, dialogueLifeMs, type DialogueStore } from '../../agent/ports/dialogue-store.ts';
import type { Kept } from '../../agent/ports/kept.ts';
import type { Clock } from '../../core/clock.ts';
import { packageVersion } from '../../core/version.ts';
import { sweeper } from './sweep.ts';
import type { Tables } from '../tables.ts';

export type StoredDialogues = DialogueStore & {
  /** The newest that are alive. */
  newest(limit: number): Promise<readonly Kept<Dialogue>[]>;
};

export function storedDialogues(db: Kysely<Tables>, clock: Clock): StoredDialogues {
  const alive = () =>
    db
      .selectFrom('dialogues')
      .where('written_by', '=', packageVersion)
      .where('at_ms', '>', clock.now() - dialogueLifeMs);
  const sweep = sweeper(clock, () =>
    db
      .deleteFrom('dialogues')
      .where('at_ms', '<=', clock.now() - dialogueLifeMs)
      .execute(),
  );
  return {
    load: async (conversationId) => {
      const row = await alive()
        .select('dialogue')
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      return row?.dialogue;
    },
    newest: async (limit) => {
      const rows = await alive().selectAll().orderBy('at_ms', 'desc').limit(limit).execute();
      return rows.map(({ conversation_id: id, dialogue: value, at_ms: atMs }) => ({ id, value, atMs }));
    },
    save: async (dialogue) => {
      const { conversationId, revision } = dialogue;
      const row = {
        dialogue: JSON.stringify(dialogue),
        revision,
        written_by: packageVersion,
        at_ms: clock.now(),
      };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('dialogues')
        .values({ conversation_id: conversationId, ...row })
        .onConflict((conflict) =>
          conflict
            .column('conversation_id')
            .doUpdateSet(row)
            .where((is) =>
              is.or([
                is('dialogues.revision', '<', revision),
                // What another version of the program wrote can not be gone on from, and what expired is over.
                is('dialogues.written_by', '!=', packageVersion),
                is('dialogues.at_ms', '<=', clock.now() - dialogueLifeMs),
              ]),
            ),
        )
        .executeTakeFirstOrThrow();
      await sweep();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
