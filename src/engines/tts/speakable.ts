/** What of a text can be spoken. */
import { pictures } from '../../core/pictures.ts';

/** Letters and digits of any script: a text without one has nothing to say. */
const speakable = /[\p{Letter}\p{Number}]/u;

const invisible = /[\p{Control}\p{Format}\p{Private_Use}\p{Surrogate}]/gu;

/**
 * The text on one line without pictures and invisible characters, ending in a full stop when it ended in a word
 * (voices swallow the end of a text without one); empty when nothing of it can be spoken.
 */
export function speakableText(text: string): string {
  const plain = text.replaceAll(pictures, ' ').replaceAll(/\s+/gu, ' ').replaceAll(invisible, '').trim();
  if (!speakable.test(plain)) return '';
  return /[\p{Letter}\p{Number}]$/u.test(plain) ? `${plain}.` : plain;
}
