import { describe, expect, it } from 'vitest';
import { EventDecoder } from '../../src/decoder.ts';
import { encodeEvent } from '../../src/encoder.ts';
import { isProtocolError } from '../../src/errors.ts';
import type { SendableEvent } from '../../src/event.ts';
import { defaultLimits } from '../../src/limits.ts';

const audio = { rate: 16_000, width: 2, channels: 1 };

function refusal(event: SendableEvent, limits = defaultLimits): string {
  try {
    encodeEvent(event, limits);
    return 'encoded';
  } catch (error) {
    return isProtocolError(error) ? error.code : String(error);
  }
}

/** A value as a caller without types could give it. */
const untyped = (event: unknown): SendableEvent => JSON.parse(JSON.stringify(event));

describe('encodeEvent', () => {
  it('puts data behind the header line, never into it', () => {
    expect(encodeEvent({ type: 'transcript', data: { text: 'Tür' } }).toString()).toBe(
      '{"type":"transcript","version":"1.10.2","data_length":15}\n{"text":"Tür"}',
    );
  });

  it('writes neither data nor lengths where there is nothing', () => {
    expect(encodeEvent({ type: 'describe' }).toString()).toBe('{"type":"describe","version":"1.10.2"}\n');
    const empty = encodeEvent({ type: 'audio-chunk', data: audio, payload: new Uint8Array(0) }).toString();
    expect(empty).not.toContain('payload_length');
  });

  it('leaves null and undefined out', () => {
    const bytes = encodeEvent({
      type: 'detection',
      data: { name: 'a', timestamp: null, speaker: undefined },
    });
    expect(bytes.toString()).toContain('\n{"name":"a"}');
  });

  it('copies the payload', () => {
    const payload = Uint8Array.of(1, 2, 3);
    const bytes = encodeEvent({ type: 'audio-chunk', data: audio, payload });
    payload.fill(9);
    expect([...bytes.subarray(-3)]).toEqual([1, 2, 3]);
  });

  it('passes an unknown event on as it was read', () => {
    const bytes = Buffer.from(
      '{"type":"x","version":"1.10.2","data_length":7,"payload_length":2}\n{"a":1}bc',
    );
    const decoder = new EventDecoder();
    decoder.push(bytes);
    const event = decoder.next();
    expect(event && encodeEvent(event).toString()).toBe(bytes.toString());
  });

  it('keeps fields of newer peers that it does not know', () => {
    const event = untyped({ type: 'transcript', data: { text: 'a', words: [1] } });
    expect(encodeEvent(event).toString()).toContain('"words":[1]');
  });

  it.each([
    ['a missing field', untyped({ type: 'transcript', data: {} }), 'EVENT_INVALID'],
    ['a type nobody defined', untyped({ type: 'sing', data: {} }), 'EVENT_INVALID'],
    [
      'a rate that is no number',
      { type: 'audio-start', data: { ...audio, rate: Number.NaN } },
      'EVENT_INVALID',
    ],
    ['a value JSON can not say', { type: 'unknown', name: 'x', data: { a: 1n } }, 'EVENT_INVALID'],
    [
      'a name that fills the header',
      { type: 'unknown', name: 'x'.repeat(65_536), data: {} },
      'HEADER_TOO_LARGE',
    ],
    ['data over the limit', { type: 'transcript', data: { text: 'x'.repeat(1_048_576) } }, 'DATA_TOO_LARGE'],
    [
      'a payload over the limit',
      { type: 'audio-chunk', data: audio, payload: new Uint8Array(4_194_305) },
      'PAYLOAD_TOO_LARGE',
    ],
  ] satisfies [string, SendableEvent, string][])('refuses %s', (_, event, code) => {
    expect(refusal(event)).toBe(code);
  });

  it('obeys limits of the caller', () => {
    const event: SendableEvent = { type: 'transcript', data: { text: '0123456789' } };
    expect(refusal(event, { ...defaultLimits, dataBytes: 10 })).toBe('DATA_TOO_LARGE');
  });
});
