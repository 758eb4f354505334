/** One turn's hold on its conversation: what was, taking its question once, and what to remember. */
import type { Clock } from '../../core/clock.ts';
import type { DialogueStore } from '../ports/dialogue-store.ts';
import { isSameSpeaker, type Speaker } from '../speaker.ts';
import type { Dialogue, Pending } from './dialogue.ts';

export type DialogueMemory = Pick<
  Dialogue,
  | 'pending'
  | 'lastEntityIds'
  | 'earlierEntityIds'
  | 'lastOffered'
  | 'lastWish'
  | 'lastQuestion'
  | 'lastAction'
  | 'lastTimerId'
  | 'lastFactIds'
  | 'exchanges'
>;

export type Conversation = {
  /** As it was when the turn began; undefined when it begins with this turn, or the turn stands alone. */
  readonly dialogue: Dialogue | undefined;
  /** The question that this speaker may answer. */
  readonly pending: Pending | null;
  /**
   * Takes the question out of the conversation. True for one turn only, and on record before that turn acts:
   * an answer is used once, whatever is repeated or killed.
   */
  takePending(): Promise<boolean>;
  /** A turn that another one of the conversation has overtaken is not remembered. */
  remember(memory: DialogueMemory): Promise<void>;
};

export async function openConversation(
  speaker: Speaker,
  { dialogues, clock }: { readonly dialogues: DialogueStore; readonly clock: Clock },
): Promise<Conversation> {
  const { conversationId } = speaker;
  if (conversationId === null)
    return {
      dialogue: undefined,
      pending: null,
      takePending: async () => false,
      remember: async () => undefined,
    };
  const dialogue = await dialogues.load(conversationId);
  const asked = dialogue?.pending ?? null;
  const pending = asked !== null && isSameSpeaker(asked.askedOf, speaker) ? asked : null;
  let revision = dialogue?.revision ?? 0;
  const save = async (memory: DialogueMemory): Promise<boolean> => {
    revision += 1;
    const updatedAtMs = clock.now();
    return await dialogues.save({ ...memory, conversationId, revision, speaker, updatedAtMs });
  };
  return {
    dialogue,
    pending,
    takePending: async () =>
      dialogue !== undefined && pending !== null && (await save({ ...dialogue, pending: null })),
    remember: async (memory) => {
      // What was asked of somebody else still waits for them.
      const kept = asked !== null && pending === null ? (memory.pending ?? asked) : memory.pending;
      await save({ ...memory, pending: kept });
    },
  };
}
