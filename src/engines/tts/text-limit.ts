/** The longest text anyone may have spoken in one request. */
import { RequestError } from '../../core/errors.ts';

/** About ten minutes of speech: longer texts are a mistake or an attack, and would hold the voice for everyone. */
export const maxTextChars = 8_000;

/** @throws RequestError `REQUEST_TOO_LARGE` for a text over {@link maxTextChars}. */
export function checkTextLength(charCount: number): void {
  if (charCount <= maxTextChars) return;
  throw new RequestError(
    'REQUEST_TOO_LARGE',
    `the text has ${charCount} characters; at most ${maxTextChars} are spoken in one request`,
  );
}
