/** Raw PCM audio: interleaved, signed, little-endian. */
import { definePayloadEvent, defineEvent } from '../define.ts';
import { audioFormat, timestamp } from '../fields.ts';

/** A stream of audio begins in this format. */
export const audioStart = defineEvent('audio-start', { ...audioFormat, timestamp });

/** The next samples. The payload may be a view at any byte offset: copy before reading it as 16-bit numbers. */
export const audioChunk = definePayloadEvent('audio-chunk', { ...audioFormat, timestamp });

/** The stream of audio ends; the connection stays. */
export const audioStop = defineEvent('audio-stop', { timestamp });
