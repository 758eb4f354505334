/** What Home Assistant's own conversation agent makes of a sentence by its strict matcher; nothing has happened yet. */

export type SentenceReading =
  /** The sentence of an automation's trigger. `template` is as the household wrote it. */
  | { readonly kind: 'trigger'; readonly template: string }
  | {
      readonly kind: 'intent';
      /** For example `HassTurnOn`, or a name of the household's own. */
      readonly intent: string;
      /** `custom`: the sentence is of the household, the intent may be Home Assistant's. */
      readonly source: 'builtin' | 'custom';
      readonly template: string;
      readonly slots: ReadonlyMap<string, SentenceSlot>;
      /** Entity ids it is about, exposed ones only; `matched` is about the asked state. */
      readonly targets: readonly { readonly entityId: string; readonly matched: boolean }[];
    }
  /** It knows the sentence, but not these words of it; both empty: only a room is missing. */
  | {
      readonly kind: 'partly';
      readonly intent: string;
      readonly slots: ReadonlyMap<string, SentenceSlot>;
      readonly unknown: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'none' };

export type SentenceSlot = {
  /** What the intent gets. */
  readonly value: unknown;
  /** What was said, as far as it was not put together from context. */
  readonly text: string;
};

export type SentenceToRead = {
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Its area is where the person is. */
  readonly deviceId: string | null;
};
