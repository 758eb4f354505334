/** Sound output. */
import { defineEvent } from '../define.ts';

/** The satellite has played the audio to its end. */
export const played = defineEvent('played', {});
