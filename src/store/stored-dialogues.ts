/** Dialogues by conversation, kept over a restart. */
import type { Kysely } from 'kysely';
import { dialogueLifeMs, type DialogueStore } from '../agent/ports/dialogue-store.ts';
import type { Clock } from '../core/clock.ts';
import { packageVersion } from '../core/version.ts';
import { sweeper } from './sweep.ts';
import type { Tables } from './tables.ts';

export function storedDialogues(db: Kysely<Tables>, clock: Clock): DialogueStore {
  const sweep = sweeper(clock, () =>
    db
      .deleteFrom('dialogues')
      .where('at_ms', '<=', clock.now() - dialogueLifeMs)
      .execute(),
  );
  return {
    load: async (conversationId) => {
      const row = await db
        .selectFrom('dialogues')
        .select('dialogue')
        .where('conversation_id', '=', conversationId)
        .where('written_by', '=', packageVersion)
        .where('at_ms', '>', clock.now() - dialogueLifeMs)
        .executeTakeFirst();
      return row?.dialogue;
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
