/**
 * What a client and a server say to each other, per service. The scripted servers (here and in Python) answer by
 * one rule book each; the sessions below state what must come of it.
 */
import type { WyomingEvent } from '../../src/event.ts';
import { fullExamples } from './examples.ts';

type Step = { readonly send: readonly WyomingEvent[] } | { readonly receive: readonly WyomingEvent[] };

export type Session = { readonly name: string; readonly steps: readonly Step[] };

export const offeredInfo = fullExamples.filter((event) => event.type === 'info');

const format = { rate: 16_000, width: 2, channels: 1 };
const start: WyomingEvent = { type: 'audio-start', data: { ...format, timestamp: 0 } };
const chunk = (timestamp: number): WyomingEvent => ({
  type: 'audio-chunk',
  data: { ...format, timestamp },
  payload: Buffer.alloc(320, timestamp),
});
const stop: WyomingEvent = { type: 'audio-stop', data: { timestamp: 30 } };
const spoken = (text: string): WyomingEvent[] => [
  { type: 'audio-start', data: format },
  { type: 'audio-chunk', data: format, payload: Buffer.from(text) },
  { type: 'audio-stop', data: {} },
];
const context = { conversation_id: 'c1', satellite_id: null };

export const sessions: readonly Session[] = [
  {
    name: 'describe',
    steps: [{ send: [{ type: 'describe', data: {} }] }, { receive: offeredInfo }],
  },
  {
    name: 'ping',
    steps: [
      { send: [{ type: 'ping', data: { text: 'grüße' } }] },
      { receive: [{ type: 'pong', data: { text: 'grüße' } }] },
      { send: [{ type: 'ping', data: {} }] },
      { receive: [{ type: 'pong', data: {} }] },
    ],
  },
  {
    name: 'asr, twice on one connection',
    steps: [
      { send: [{ type: 'transcribe', data: { language: 'de' } }, start, chunk(0), chunk(10), stop] },
      { receive: [{ type: 'transcript', data: { text: '640 bytes', language: 'de' } }] },
      { send: [{ type: 'transcribe', data: {} }, start, chunk(0), stop] },
      { receive: [{ type: 'transcript', data: { text: '320 bytes' } }] },
    ],
  },
  {
    name: 'asr, streamed',
    steps: [
      { send: [{ type: 'transcribe', data: { name: 'streaming', language: 'en' } }, start, chunk(0), stop] },
      {
        receive: [
          { type: 'transcript-start', data: { language: 'en' } },
          { type: 'transcript-chunk', data: { text: '320' } },
          { type: 'transcript-chunk', data: { text: ' bytes' } },
          { type: 'transcript', data: { text: '320 bytes', language: 'en' } },
          { type: 'transcript-stop', data: {} },
        ],
      },
    ],
  },
  {
    name: 'tts',
    steps: [
      { send: [{ type: 'synthesize', data: { text: 'Tür zu', voice: { name: 'voice', speaker: 'alba' } } }] },
      { receive: spoken('Tür zu') },
    ],
  },
  {
    name: 'tts, streamed, with the compatibility request in between',
    steps: [
      {
        send: [
          { type: 'synthesize-start', data: { voice: { language: 'de' } } },
          { type: 'synthesize-chunk', data: { text: 'Tür' } },
          { type: 'synthesize-chunk', data: { text: ' zu' } },
          { type: 'synthesize', data: { text: 'Tür zu', voice: { language: 'de' } } },
          { type: 'synthesize-stop', data: {} },
        ],
      },
      { receive: [...spoken('Tür zu'), { type: 'synthesize-stopped', data: {} }] },
    ],
  },
  {
    name: 'tts, failing',
    steps: [
      { send: [{ type: 'synthesize', data: { text: '' } }] },
      { receive: [{ type: 'error', data: { text: 'nothing to say', code: 'empty' } }] },
    ],
  },
  {
    name: 'wake, heard while audio still comes',
    steps: [
      { send: [{ type: 'detect', data: { names: ['hallo'] } }, start, chunk(0), chunk(10)] },
      { receive: [{ type: 'detection', data: { name: 'hallo', timestamp: 10 } }] },
      { send: [chunk(20), stop] },
    ],
  },
  {
    name: 'wake, not heard',
    steps: [
      { send: [{ type: 'detect', data: {} }, start, chunk(0), stop] },
      { receive: [{ type: 'not-detected', data: {} }] },
    ],
  },
  {
    name: 'handle',
    steps: [
      { send: [{ type: 'transcript', data: { text: 'Licht an', language: 'de', context } }] },
      { receive: [{ type: 'handled', data: { text: 'did: Licht an', context } }] },
      { send: [{ type: 'transcript', data: { text: '?' } }] },
      { receive: [{ type: 'not-handled', data: { text: 'what?' } }] },
    ],
  },
  {
    name: 'handle, streamed',
    steps: [
      { send: [{ type: 'transcript', data: { text: 'stream', context } }] },
      {
        receive: [
          { type: 'handled-start', data: { context } },
          { type: 'handled-chunk', data: { text: 'did: ' } },
          { type: 'handled-chunk', data: { text: 'stream' } },
          { type: 'handled', data: { text: 'did: stream', context } },
          { type: 'handled-stop', data: {} },
        ],
      },
    ],
  },
  {
    name: 'intent',
    steps: [
      { send: [{ type: 'recognize', data: { text: 'one and two', context } }] },
      {
        receive: [
          { type: 'intents-start', data: { context } },
          { type: 'intent', data: { name: 'one', entities: [{ name: 'n', value: 1 }] } },
          { type: 'intent', data: { name: 'two', entities: [{ name: 'n', value: 2 }], text: 'done' } },
          { type: 'intents-stop', data: {} },
        ],
      },
      { send: [{ type: 'recognize', data: { text: '?' } }] },
      { receive: [{ type: 'not-recognized', data: { text: 'what?' } }] },
    ],
  },
  {
    name: 'satellite as the server: wake there, reply played there',
    steps: [
      { send: [{ type: 'run-satellite', data: {} }] },
      {
        receive: [
          { type: 'run-pipeline', data: { start_stage: 'asr', end_stage: 'tts', restart_on_end: true } },
          { type: 'streaming-started', data: {} },
          chunk(0),
          { type: 'streaming-stopped', data: {} },
        ],
      },
      {
        send: [
          { type: 'voice-started', data: { timestamp: 1 } },
          { type: 'voice-stopped', data: { timestamp: 2 } },
          ...spoken('Erledigt.'),
          { type: 'timer-started', data: { id: 't1', total_seconds: 60 } },
        ],
      },
      { receive: [{ type: 'played', data: {} }] },
      { send: [{ type: 'pause-satellite', data: {} }] },
      { receive: [{ type: 'satellite-disconnected', data: {} }] },
    ],
  },
  {
    name: 'unknown events are passed over',
    steps: [
      {
        send: [
          { type: 'unknown', name: 'sing', data: { loud: true } },
          { type: 'describe', data: {} },
        ],
      },
      { receive: offeredInfo },
    ],
  },
];
