/** What the codec bench sends and gets back: one audio stream of a fixed number of 2 KiB events, as peers write them. */
import { z } from 'zod';

/** 64 ms of 16 kHz audio. */
const payloadBytes = 2_048;
const chunkMs = 64;

/** The bytes of a stream, written as the Python library writes it, ended by `audio-stop`. */
export function codecStream(eventCount: number): Buffer {
  const payload = Buffer.alloc(payloadBytes, 7);
  const parts: Buffer[] = [];
  for (let index = 0; index < eventCount; index += 1) {
    const data = `{"rate": 16000, "width": 2, "channels": 1, "timestamp": ${index * chunkMs}}`;
    const lengths = `"data_length": ${data.length}, "payload_length": ${payloadBytes}`;
    parts.push(Buffer.from(`{"type": "audio-chunk", "version": "1.10.2", ${lengths}}\n${data}`), payload);
  }
  parts.push(Buffer.from('{"type": "audio-stop", "version": "1.10.2"}\n'));
  return Buffer.concat(parts);
}

/** What a server says about the stream in the `text` of a `transcript`: what it read, and its CPU time for it. */
export const codecResult = z.object({ events: z.int(), bytes: z.int(), cpuMs: z.number() });

export type CodecResult = z.output<typeof codecResult>;

/** One run as the replaying process saw it. */
export const codecRun = codecResult.extend({ elapsedMs: z.number() });

export type CodecRun = z.output<typeof codecRun>;

/** True when the server read every event with all its bytes. */
export function isComplete({ events, bytes }: CodecResult, eventCount: number): boolean {
  return events === eventCount && bytes === eventCount * payloadBytes;
}
