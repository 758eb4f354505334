import { describe, expect, it } from 'vitest';
import { disconnected, readRetryAfterMs } from '../../../../src/engines/llm/fault.ts';
import { llmOptions } from '../../../../src/engines/llm/options.ts';
import { subjectOf } from '../../../../src/engines/llm/subject.ts';

const settings = llmOptions.parse({
  providers: [{ kind: 'ollama', model: 'm', url: 'http://box.lan:11434' }],
});
const subject = subjectOf(settings.providers[0]!);

/** As undici throws it: the system's error is the cause. */
const fetchFailed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('low'), { code }) });

describe('disconnected', () => {
  it.each([
    ['ECONNREFUSED', 'LLM_UNREACHABLE', /nothing answers at http:\/\/box\.lan:11434; is Ollama running/u],
    ['EHOSTUNREACH', 'LLM_UNREACHABLE', /nothing answers/u],
    ['UND_ERR_CONNECT_TIMEOUT', 'LLM_UNREACHABLE', /nothing answers/u],
    ['ENOTFOUND', 'LLM_UNREACHABLE', /no address is found for box\.lan/u],
    ['EAI_AGAIN', 'LLM_UNREACHABLE', /no address is found/u],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'LLM_UNREACHABLE', /certificate of box\.lan is not trusted/u],
    ['UND_ERR_SOCKET', 'LLM_FAILED', /broke in the middle/u],
    ['ECONNRESET', 'LLM_FAILED', /broke in the middle/u],
  ])('tells what %s means', (code, ours, message) => {
    const error = disconnected(subject, fetchFailed(code));
    expect(error).toMatchObject({ code: ours, retryable: true, details: { errno: code } });
    expect(error.message).toMatch(message);
  });

  it('finds the reason under several attempts to connect', () => {
    const attempts = new AggregateError([Object.assign(new Error('v6'), { code: 'ECONNREFUSED' })]);
    const error = disconnected(subject, new TypeError('fetch failed', { cause: attempts }));
    expect(error.code).toBe('LLM_UNREACHABLE');
  });
});

describe('readRetryAfterMs', () => {
  const nowMs = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, 0],
    [{ 'retry-after': '9', 'retry-after-ms': '250' }, 250],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('reads %j', (headers, expected) => {
    expect(readRetryAfterMs(new Headers(headers), nowMs)).toBe(expected);
  });
});
