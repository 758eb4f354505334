import { describe, expect, it } from 'vitest';
import { EngineError, RequestError } from '../../../src/core/errors.ts';
import { packError, unpackError } from '../../../src/engine-host/wire-error.ts';

const crossed = (thrown: unknown) => unpackError(structuredClone(packError(thrown)));

describe('an error across the process border', () => {
  it('keeps class, code, message and whether it is worth another try', () => {
    const error = crossed(new EngineError('ENGINE_OVERLOADED', 'queue is full', { retryable: true }));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'ENGINE_OVERLOADED', message: 'queue is full', retryable: true });
    expect(crossed(new RequestError('REQUEST_INVALID', 'no'))).toBeInstanceOf(RequestError);
  });

  it('becomes ENGINE_FAILED when a backend threw it, with its stack for the log', () => {
    const error = crossed(new TypeError('tensor shape'));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'ENGINE_FAILED', message: 'tensor shape', retryable: false });
    expect(error.details['hostStack']).toContain('TypeError: tensor shape');
  });

  it('is one of ours even when something else was thrown', () => {
    expect(crossed('boom')).toMatchObject({ code: 'BUG' });
  });
});
