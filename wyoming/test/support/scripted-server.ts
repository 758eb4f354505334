/** A server that answers every service by a fixed rule; `contract/python/server.py` follows the same rules. */
import type { Connection } from '../../src/connection.ts';
import type { SendableEvent, WyomingEvent, WyomingEventOf } from '../../src/event.ts';
import { offeredInfo } from './sessions.ts';

const format = { rate: 16_000, width: 2, channels: 1 };

export async function scriptedHandler(connection: Connection): Promise<void> {
  for await (const event of connection) await answer(connection, event);
}

async function answer(connection: Connection, event: WyomingEvent): Promise<void> {
  switch (event.type) {
    case 'describe':
      return sendAll(connection, offeredInfo);
    case 'ping':
      return connection.send({ type: 'pong', data: event.data });
    case 'transcribe':
      return answerTranscribe(connection, event.data);
    case 'synthesize':
      return sendAll(connection, event.data.text === '' ? [failure] : speech(event.data.text));
    case 'synthesize-start':
      return answerSynthesizeStream(connection);
    case 'detect':
      return answerDetect(connection, event.data);
    case 'transcript':
      return sendAll(connection, handle(event.data));
    case 'recognize':
      return sendAll(connection, recognize(event.data));
    case 'run-satellite':
      return runSatellite(connection);
    default:
  }
}

async function sendAll(connection: Connection, events: readonly SendableEvent[]): Promise<void> {
  for (const event of events) await connection.send(event);
}

const failure: SendableEvent = { type: 'error', data: { text: 'nothing to say', code: 'empty' } };

const speech = (text: string): SendableEvent[] => [
  { type: 'audio-start', data: format },
  { type: 'audio-chunk', data: format, payload: Buffer.from(text) },
  { type: 'audio-stop' },
];

async function answerTranscribe(
  connection: Connection,
  { name, language }: WyomingEventOf<'transcribe'>['data'],
): Promise<void> {
  let byteCount = 0;
  for await (const event of connection) {
    if (event.type === 'audio-chunk') byteCount += event.payload.length;
    if (event.type === 'audio-stop') break;
  }
  const whole: SendableEvent = { type: 'transcript', data: { text: `${byteCount} bytes`, language } };
  if (name !== 'streaming') return connection.send(whole);
  await sendAll(connection, [
    { type: 'transcript-start', data: { language } },
    { type: 'transcript-chunk', data: { text: String(byteCount) } },
    { type: 'transcript-chunk', data: { text: ' bytes' } },
    whole,
    { type: 'transcript-stop' },
  ]);
}

async function answerSynthesizeStream(connection: Connection): Promise<void> {
  let text = '';
  for await (const event of connection) {
    if (event.type === 'synthesize-chunk') text += event.data.text;
    if (event.type === 'synthesize-stop') break;
  }
  await sendAll(connection, [...speech(text), { type: 'synthesize-stopped' }]);
}

async function answerDetect(
  connection: Connection,
  { names }: WyomingEventOf<'detect'>['data'],
): Promise<void> {
  for await (const event of connection) {
    if (event.type === 'audio-stop') return names ? undefined : connection.send({ type: 'not-detected' });
    if (event.type === 'audio-chunk' && names && event.data.timestamp === 10)
      await connection.send({ type: 'detection', data: { name: names[0], timestamp: 10 } });
  }
}

function handle({ text, context }: WyomingEventOf<'transcript'>['data']): SendableEvent[] {
  if (text === '?') return [{ type: 'not-handled', data: { text: 'what?' } }];
  const whole: SendableEvent = { type: 'handled', data: { text: `did: ${text}`, context } };
  if (text !== 'stream') return [whole];
  return [
    { type: 'handled-start', data: { context } },
    { type: 'handled-chunk', data: { text: 'did: ' } },
    { type: 'handled-chunk', data: { text } },
    whole,
    { type: 'handled-stop' },
  ];
}

function recognize({ text, context }: WyomingEventOf<'recognize'>['data']): SendableEvent[] {
  if (text === '?') return [{ type: 'not-recognized', data: { text: 'what?' } }];
  return [
    { type: 'intents-start', data: { context } },
    { type: 'intent', data: { name: 'one', entities: [{ name: 'n', value: 1 }] } },
    { type: 'intent', data: { name: 'two', entities: [{ name: 'n', value: 2 }], text: 'done' } },
    { type: 'intents-stop' },
  ];
}

async function runSatellite(connection: Connection): Promise<void> {
  await sendAll(connection, [
    { type: 'run-pipeline', data: { start_stage: 'asr', end_stage: 'tts', restart_on_end: true } },
    { type: 'streaming-started' },
    { type: 'audio-chunk', data: { ...format, timestamp: 0 }, payload: Buffer.alloc(320) },
    { type: 'streaming-stopped' },
  ]);
  for await (const event of connection) {
    if (event.type === 'audio-stop') await connection.send({ type: 'played' });
    if (event.type === 'pause-satellite') return connection.send({ type: 'satellite-disconnected' });
  }
}
