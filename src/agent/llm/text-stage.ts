/** One step of turning a model's text into speech, while it is written. */

/** What comes out, joined, is the same wherever the text that goes in was cut. */
export type TextStage = {
  /** Takes a piece; returns what is certain now. */
  take(text: string): string;
  /** No more comes: returns the rest. */
  end(): string;
};
