/** Every dialogue of `src/bench/agent/dialogues`, turn by turn, in a demo home of its own. */
import { describe, expect, it } from 'vitest';
import { playDialogue, readDialogues } from '../../../src/bench/agent/dialogues.ts';

const dialogues = await readDialogues();

describe('a dialogue ends as it should, and nothing else changes on the way', () => {
  it.each(dialogues)('$title', async (dialogue) => {
    expect(dialogue.turns.length).toBeGreaterThanOrEqual(3);
    expect(await playDialogue(dialogue, AbortSignal.timeout(20_000))).toBeUndefined();
  });
});
