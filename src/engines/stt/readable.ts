/** From what a recogniser writes to what a person reads. */

/**
 * Upper-case models become a sentence: lower case, a capital first letter, `I` as a word. Text of other models,
 * which already has case, is only trimmed.
 */
export function readableText(text: string, textCase: unknown): string {
  const trimmed = text.replaceAll(/\s+/g, ' ').trim();
  if (textCase !== 'upper') return trimmed;
  const lower = trimmed.toLowerCase().replaceAll(/\bi(?=$|[ '])/g, 'I');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
