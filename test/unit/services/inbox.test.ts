import { describe, expect, it } from 'vitest';
import type { WyomingEvent } from 'wyoming-ts';
import { RequestError } from '../../../src/core/errors.ts';
import { Inbox } from '../../../src/services/inbox.ts';
import { noAbort } from '../../support/streams.ts';

const ping = { type: 'ping', data: {} } as const;
const stop = { type: 'audio-stop', data: {} } as const;
const transcribe = { type: 'transcribe', data: {} } as const;
const chunk = {
  type: 'audio-chunk',
  data: { rate: 16_000, width: 2, channels: 1 },
  payload: new Uint8Array(320),
} as const;
const synthesizeStart = { type: 'synthesize-start', data: {} } as const;
const synthesizeStop = { type: 'synthesize-stop', data: {} } as const;
const synthesize = { type: 'synthesize', data: { text: 'all of it' } } as const;

async function inboxOf(...events: readonly WyomingEvent[]): Promise<Inbox> {
  const inbox = new Inbox();
  for (const event of events) await inbox.push({ event, atMs: 0 }, noAbort);
  inbox.close();
  return inbox;
}

async function typeOf(reading: ReturnType<Inbox['nextRequest']>): Promise<string | undefined> {
  const entry = await reading;
  return entry && 'error' in entry ? `refused ${entry.type}` : entry?.event.type;
}

/** Objects inside each other, as JSON can be read but not written. */
function nested(depth: number): Record<string, unknown> {
  let data: Record<string, unknown> = {};
  for (let i = 0; i < depth; i += 1) data = { a: data };
  return data;
}

describe('Inbox', () => {
  it('gives events in order and nothing after the peer ended its side', async () => {
    const inbox = await inboxOf(transcribe, chunk, stop);
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('transcribe');
    expect(await typeOf(inbox.nextWithin(noAbort))).toBe('audio-chunk');
    expect(await typeOf(inbox.nextWithin(noAbort))).toBe('audio-stop');
    expect(await inbox.nextRequest(noAbort)).toBeUndefined();
  });

  it('ends a request at the next one, which is not lost', async () => {
    const inbox = await inboxOf(transcribe, chunk, transcribe, stop);
    await inbox.nextRequest(noAbort);
    await inbox.nextWithin(noAbort);
    expect(await inbox.nextWithin(noAbort)).toBeUndefined();
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('transcribe');
    expect(await typeOf(inbox.nextWithin(noAbort))).toBe('audio-stop');
  });

  it('takes synthesize inside a stream for a part of it', async () => {
    const inbox = await inboxOf(synthesizeStart, synthesize, synthesizeStop, synthesize);
    await inbox.nextRequest(noAbort);
    expect(await typeOf(inbox.nextWithin(noAbort))).toBe('synthesize');
    expect(await typeOf(inbox.nextWithin(noAbort))).toBe('synthesize-stop');
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('synthesize');
  });

  it('skips the rest of a failed request, and nothing when it was read to its end', async () => {
    const inbox = await inboxOf(synthesizeStart, synthesize, synthesizeStop, ping);
    await inbox.nextRequest(noAbort);
    await inbox.skipRest(noAbort);
    await inbox.skipRest(noAbort);
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('ping');
  });

  it('skips the rest of audio that came without a request', async () => {
    const inbox = await inboxOf(chunk, chunk, stop, ping);
    await inbox.nextRequest(noAbort);
    await inbox.skipRest(noAbort);
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('ping');
  });

  it('hands a refused event to the request it belongs to, and skips it in one that failed', async () => {
    const inbox = new Inbox();
    const error = new RequestError('REQUEST_INVALID', 'no rate');
    const refused = { type: 'audio-chunk', error };
    const all = [{ event: transcribe, atMs: 0 }, refused, refused, { event: stop, atMs: 1 }, refused];
    for (const entry of all) await inbox.push(entry, noAbort);
    inbox.close();
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('transcribe');
    await expect(inbox.nextWithin(noAbort)).rejects.toBe(error);
    await inbox.skipRest(noAbort);
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('refused audio-chunk');
    expect(await inbox.nextWithin(noAbort)).toBeUndefined();
  });

  it('loses no event to a reader that gave up', async () => {
    const inbox = new Inbox();
    const controller = new AbortController();
    const givenUp = inbox.nextRequest(controller.signal);
    controller.abort(new Error('enough'));
    await expect(givenUp).rejects.toThrow('enough');
    await inbox.push({ event: transcribe, atMs: 1 }, noAbort);
    await inbox.push({ event: ping, atMs: 2 }, noAbort);
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('transcribe');
    expect(await typeOf(inbox.nextRequest(noAbort))).toBe('ping');
  });

  it('holds a peer that sends more than a minute of audio ahead', async () => {
    const inbox = new Inbox();
    const megabyte = { ...chunk, payload: new Uint8Array(1024 * 1024) };
    await inbox.push({ event: megabyte, atMs: 0 }, noAbort);
    await inbox.push({ event: megabyte, atMs: 0 }, noAbort);
    let isHeld = true;
    const third = inbox.push({ event: chunk, atMs: 0 }, noAbort).then(() => (isHeld = false));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isHeld).toBe(true);
    await inbox.nextRequest(noAbort);
    await third;
    expect(isHeld).toBe(false);
  });

  it.each<readonly [string, WyomingEvent]>([
    ['an event nobody knows', { type: 'unknown', name: 'newer', data: { any: 'a'.repeat(1024 * 1024) } }],
    ['a list', { type: 'transcribe', data: { transcript_terms: Array(1_024).fill('a'.repeat(1_024)) } }],
    ['data nested without end', { type: 'unknown', name: 'newer', data: nested(100_000) }],
  ])('holds a peer whose memory is in %s', async (_, event) => {
    const inbox = new Inbox();
    await inbox.push({ event, atMs: 0 }, noAbort);
    let isHeld = true;
    const second = inbox.push({ event: ping, atMs: 0 }, noAbort).then(() => (isHeld = false));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isHeld).toBe(true);
    await inbox.nextRequest(noAbort);
    await second;
  });
});
