/** Voice activity in the audio stream. */
import { defineEvent } from '../define.ts';
import { timestamp } from '../fields.ts';

export const voiceStarted = defineEvent('voice-started', { timestamp });

export const voiceStopped = defineEvent('voice-stopped', { timestamp });
