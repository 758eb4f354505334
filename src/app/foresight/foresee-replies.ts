/** What may be replied to a sentence that is still being spoken, wherever it comes from. */
import { type ForesightParts, foresee } from '../../agent/dialogue/foresee.ts';
import type { Heard } from '../../services/stt.ts';
import { likelyTurns } from './likely-turns.ts';
import type { RecentDialogue } from './recent-dialogue.ts';

export type ForeseeingParts = ForesightParts & { readonly recent: RecentDialogue };

/** The likeliest first: of each place the best guess, then the other ways in which it may end. */
export async function foreseeReplies(
  heard: Heard,
  parts: ForeseeingParts,
  options: { readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const replies: (readonly string[])[] = [];
  for (const turn of likelyTurns(heard, parts)) replies.push(await foresee(turn, parts, options));
  const likeliest = replies.flatMap(([first]) => first ?? []);
  return [...new Set([...likeliest, ...replies.flat()])];
}
