import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../src/core/error-codes.ts';
import { EngineError, RequestError } from '../../../src/core/errors.ts';
import { toErrorEvent } from '../../../src/services/to-error-event.ts';

describe('toErrorEvent', () => {
  it('tells the peer what was wrong with its request, as a sentence', () => {
    const { event, closes } = toErrorEvent(new RequestError('REQUEST_VOICE_UNKNOWN', 'unknown voice "x"'));
    expect(event).toEqual({
      type: 'error',
      data: { text: 'Unknown voice "x".', code: 'REQUEST_VOICE_UNKNOWN' },
    });
    expect(closes).toBe(false);
  });

  it('tells nothing of the inside, whatever failed there', () => {
    const inside = new EngineError('ENGINE_FAILED', 'can not open /home/me/secret.onnx', {
      cause: new Error('stack'),
    });
    expect(toErrorEvent(inside).event).toEqual({
      type: 'error',
      data: { text: errorCodes.ENGINE_FAILED, code: 'ENGINE_FAILED' },
    });
    for (const thrown of [new TypeError('x is undefined'), 'text', undefined])
      expect(toErrorEvent(thrown).event).toEqual({
        type: 'error',
        data: { text: errorCodes.BUG, code: 'BUG' },
      });
  });

  it('keeps the connection after a crash and ends it when going on would cost the others', () => {
    const closes = (code: 'ENGINE_CRASHED' | 'ENGINE_OVERLOADED' | 'SHUTTING_DOWN') =>
      toErrorEvent(new EngineError(code, '')).closes;
    expect(closes('ENGINE_CRASHED')).toBe(false);
    expect(closes('ENGINE_OVERLOADED')).toBe(true);
    expect(closes('SHUTTING_DOWN')).toBe(true);
  });
});
