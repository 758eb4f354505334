/** Lists whose values no file can hold: names of the home, numbers, lengths of time, free words. */

export const openSlots = [
  /** A name of a device; `place` of a room or floor. */
  'name',
  'place',
  /** A name of this home in its very words. */
  'known_name',
  /** A place of this home, where an unknown one would be no place at all. */
  'known_place',
  /** A number, also negative or with a half. */
  'number',
  /** A number from 0 to 100. */
  'percent',
  /** A length of time; its value is in milliseconds. */
  'duration',
  /** Any words; `few` at most three, and nobody who does something. */
  'text',
  'few',
  /** Any words that take nothing back. */
  'reason',
] as const;

export type OpenSlot = (typeof openSlots)[number];

export function isOpenSlot(list: string): list is OpenSlot {
  return openSlots.some((slot) => slot === list);
}

/** One bit for each slot. */
export function slotBit(slot: OpenSlot): number {
  return 1 << openSlots.indexOf(slot);
}

/** Words that fill a slot, from one place of the sentence on. */
export type Filling = { readonly end: number; readonly value: string };

/** Tells what of a sentence can fill the open slots. */
export type Lexicon = {
  readonly words: readonly string[];
  fill(slot: OpenSlot, at: number): readonly Filling[];
};
