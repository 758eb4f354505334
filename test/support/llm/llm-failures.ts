/** How every provider of a language model has to fail: with a code, a sentence that names the fix, and at once. */
import { expect, it } from 'vitest';
import type { LanguageModelError } from '../../../src/core/errors.ts';
import type { ProviderKind, Reply } from '../../../src/bench/llm/stand-in/script.ts';
import { answerOf, prompt, textOf } from './llm-answer.ts';
import { connectedProvider } from './llm-conformance.ts';
import { noAbort } from '../streams.ts';

/** To be called inside a `describe`. */
export function itFailsAsALanguageModel(kind: ProviderKind): void {
  const failureOf = async (...script: Parameters<typeof connectedProvider>[1] & readonly unknown[]) => {
    await using model = await connectedProvider(kind, script);
    const error: LanguageModelError = await answerOf(model.provider).then(
      () => expect.unreachable('it answered'),
      (thrown) => thrown,
    );
    // The client's own retries are off.
    expect(model.server.exchanges).toHaveLength(1);
    return error;
  };

  it.each([
    ['key', 'LLM_REFUSED', /the key is not accepted/u],
    ['model', 'LLM_REFUSED', kind === 'ollama' ? /run "ollama pull stand-in-8b"/u : /look at its name/u],
    ['overload', 'LLM_FAILED', /overloaded or broken/u],
    ['too-long', 'LLM_FAILED', /does not take the request/u],
    ['page', 'LLM_FAILED', /is the address right\?/u],
  ] as const)('names the fix when the provider answers %s', async (refuse, code, message) => {
    expect(await failureOf({ refuse })).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('tells a limit and how long it lasts', async () => {
    expect(await failureOf({ refuse: 'limit', retryAfterS: 7 })).toMatchObject({
      code: 'LLM_LIMITED',
      message: expect.stringContaining('in 7 s'),
      details: { retryAfterMs: 7_000 },
      retryable: true,
    });
  });

  it('keeps what the provider wrote out of the message', async () => {
    const { message, details } = await failureOf({ refuse: 'too-long' });
    expect(details['pii']).toMatchObject({ text: expect.stringMatching(/context|prompt/u) });
    expect(message).not.toMatch(/context|prompt/u);
  });

  const faults: readonly (readonly [string, NonNullable<Reply['fault']>, RegExp])[] = [
    ['is cut before the first word', { after: 0, kind: 'cut' }, /broke/u],
    ['is cut in the middle', { after: 2, kind: 'cut' }, /broke/u],
    ['ends in the middle', { after: 2, kind: 'ended' }, /broke off/u],
    ['tells an error in the middle', { after: 2, kind: 'error' }, /broke off/u],
    ['can not be read', { after: 2, kind: 'garbage' }, /can not be read/u],
  ];
  it.each(faults)('fails when the answer %s', async (_, fault, message) => {
    const error = await failureOf({ pieces: ['It is very warm there.'], fault });
    expect(error).toMatchObject({ code: 'LLM_FAILED', message: expect.stringMatching(message) });
  });

  it('fails when nobody is there', async () => {
    await using model = await connectedProvider(kind, []);
    await model.server.stop();
    const error = {
      code: 'LLM_UNREACHABLE',
      retryable: true,
      message: expect.stringContaining(model.server.url),
    };
    await expect(answerOf(model.provider)).rejects.toMatchObject(error);
    await expect(model.provider.look({ signal: noAbort })).rejects.toMatchObject(error);
  });

  it('fails a look with a wrong key', async () => {
    await using model = await connectedProvider(kind, [], { key: 'another' });
    await expect(model.provider.look({ signal: noAbort })).rejects.toMatchObject({ code: 'LLM_REFUSED' });
  });

  it('fails when the first word, or the last one, does not come in time', async () => {
    await using model = await connectedProvider(
      kind,
      [{ refuse: 'hang' }, { pieces: ['It is', ' warm.'], fault: { after: 1, kind: 'hang' } }],
      { firstTokenMs: 500, answerMs: 1_000 },
    );
    await expect(answerOf(model.provider)).rejects.toMatchObject({
      code: 'LLM_TIMEOUT',
      message: expect.stringContaining('nothing within 0.5 s'),
    });
    await expect(answerOf(model.provider)).rejects.toMatchObject({
      code: 'LLM_TIMEOUT',
      message: expect.stringContaining('longer than 1 s'),
    });
    await model.server.idle();
    expect(model.server.exchanges.map(({ state }) => state)).toEqual(['left', 'left']);
  });

  it('ends the request with the reason of an abort, before and after the first word', async () => {
    await using model = await connectedProvider(kind, [
      { refuse: 'hang' },
      { pieces: ['It is', ' warm.'], fault: { after: 1, kind: 'hang' } },
      'Yes.',
    ]);
    const reason = new Error('the person left');
    const silent = new AbortController();
    const waiting = answerOf(model.provider, prompt, silent.signal);
    await expect.poll(() => model.server.exchanges.length).toBe(1);
    silent.abort(reason);
    await expect(waiting).rejects.toBe(reason);

    const begun = new AbortController();
    const reading = async () => {
      for await (const part of model.provider.answer(prompt, { signal: begun.signal }))
        if (part.kind === 'text') begun.abort(reason);
    };
    await expect(reading()).rejects.toBe(reason);
    await model.server.idle();
    expect(model.server.exchanges.map(({ state }) => state)).toEqual(['left', 'left']);
    expect(textOf(await answerOf(model.provider))).toBe('Yes.');
  });

  it('ends the request when nobody reads on', async () => {
    await using model = await connectedProvider(kind, [
      { pieces: ['It is', ' warm.'], fault: { after: 1, kind: 'hang' } },
    ]);
    for await (const part of model.provider.answer(prompt, { signal: noAbort }))
      if (part.kind === 'text') break;
    await model.server.idle();
    expect(model.server.exchanges[0]?.state).toBe('left');
  });

  it('asks nothing when the signal is aborted already', async () => {
    await using model = await connectedProvider(kind, []);
    const reason = new Error('too late');
    await expect(answerOf(model.provider, prompt, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(model.server.exchanges).toEqual([]);
  });
}
