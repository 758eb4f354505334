/**
 * What follows a phrase within a longer one. The recogniser begins anew when a phrase is complete, so "kitchen"
 * would take the pull off the rest of "kitchen floor lamp": with "floor lamp" as a phrase of its own it goes on.
 * (`ContextGraph::ForwardOneStep` of sherpa-onnx 1.13, which its online decoder calls without strict mode.)
 */
import { isNumberWord } from './number-words.ts';

/** The tails that are no phrase yet, those of tails among them; phrases are words with one space between. */
export function phraseTails(phrases: readonly string[]): readonly string[] {
  const known = new Set(phrases);
  const tails: string[] = [];
  const open = [...phrases];
  for (let phrase = open.pop(); phrase !== undefined; phrase = open.pop())
    for (const tail of tailsOf(phrase.split(' '), known)) {
      if (known.has(tail)) continue;
      known.add(tail);
      tails.push(tail);
      open.push(tail);
    }
  return tails;
}

function tailsOf(words: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const tails: string[] = [];
  for (let end = 1; end < words.length; end += 1) {
    const isAfterPhrase = words.some(
      (_, start) => start < end && known.has(words.slice(start, end).join(' ')),
    );
    const rest = words.slice(end);
    // "Bedroom 1" must not make every "on" a "one".
    if (isAfterPhrase && !rest.every(isNumberWord)) tails.push(rest.join(' '));
  }
  return tails;
}
