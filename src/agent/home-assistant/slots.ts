/** The slots of an intent that Home Assistant found, as texts. */
import type { SentenceSlot } from '../../home/model/sentence-reading.ts';

export type Slots = {
  /** The slot's value in words; undefined when it is missing or no single value. */
  text(name: string): string | undefined;
  /** Seconds of the slots `<prefix>hours`, `<prefix>minutes` and `<prefix>seconds` together; 0 without any. */
  seconds(prefix: string): number;
};

export function slotsOf(slots: ReadonlyMap<string, SentenceSlot>): Slots {
  const text = (name: string): string | undefined => textOf(slots.get(name)?.value);
  return {
    text,
    seconds: (prefix) =>
      Number(text(`${prefix}hours`) ?? 0) * 3600 +
      Number(text(`${prefix}minutes`) ?? 0) * 60 +
      Number(text(`${prefix}seconds`) ?? 0),
  };
}

function textOf(value: unknown): string | undefined {
  // A word of some languages stands for two classes ("store" is a blind and a shade): the first is the usual one.
  const single: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof single === 'number') return String(single);
  return typeof single === 'string' && single.trim() !== '' ? single.trim() : undefined;
}
