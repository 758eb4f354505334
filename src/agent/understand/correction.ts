/** "turn on the bed light, no wait, the desk lamp": somebody corrects himself in one sentence; the end counts. Pure. */

const marks: readonly (readonly string[])[] = [
  'no wait i mean',
  'no wait i meant',
  'no sorry i mean',
  'no sorry i meant',
  'no i mean',
  'no i meant',
  'sorry i mean',
  'sorry i meant',
  'wait i mean',
  'oh wait',
  'oh no',
  'no wait',
  'wait no',
  'no sorry',
  'sorry no',
  'i mean',
  'i meant',
  'make that',
  'oops',
  'sorry',
  'wait',
  'no',
].map((mark) => mark.split(' '));

export type Correction = { readonly said: readonly string[]; readonly instead: readonly string[] };

/** Undefined when nothing is said before or after such words. */
export function splitCorrection(words: readonly string[]): Correction | undefined {
  for (let at = 1; at < words.length - 1; at += 1) {
    const mark = marks.find((one) => one.every((word, index) => words[at + index] === word));
    const instead = mark && words.slice(at + mark.length);
    if (instead && instead.length > 0) return { said: words.slice(0, at), instead };
  }
  return undefined;
}
