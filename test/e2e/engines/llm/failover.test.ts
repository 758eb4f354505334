/** Several providers behind one model, each a real server of its API. */
import { describe, expect, it } from 'vitest';
import type { ProviderKind, Script, ScriptTurn } from '../../../../src/bench/llm/stand-in/script.ts';
import { openStandIn, type StandIn } from '../../../../src/bench/llm/stand-in/stand-in.ts';
import { systemClock } from '../../../../src/core/clock.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { createFailover } from '../../../../src/engines/llm/create.ts';
import { answerOf, callsOf, prompt, textOf } from '../../../support/llm/llm-answer.ts';
import { standInSettings } from '../../../support/llm/stand-in-settings.ts';
import { noAbort } from '../../../support/streams.ts';

type Pair = AsyncDisposable & {
  readonly first: StandIn;
  readonly second: StandIn;
  readonly model: NonNullable<ReturnType<typeof createFailover>>;
};

async function pairOf(
  [firstKind, firstScript]: readonly [ProviderKind, Script],
  [secondKind, secondScript]: readonly [ProviderKind, Script],
  { firstMore = {}, ...section }: Readonly<Record<string, unknown>> & { readonly firstMore?: object } = {},
): Promise<Pair> {
  const first = await openStandIn(firstKind, firstScript);
  const second = await openStandIn(secondKind, secondScript);
  const settings = standInSettings([{ ...first, more: { ...firstMore } }, second], section);
  const model = createFailover(settings, { clock: systemClock, log: silentLogger });
  if (!model) throw new Error('no model');
  const dispose = async () => {
    await first[Symbol.asyncDispose]();
    await second[Symbol.asyncDispose]();
  };
  return { first, second, model, [Symbol.asyncDispose]: dispose };
}

const states = ({ exchanges }: StandIn) => exchanges.map(({ state }) => state);
const words = 'It is warm in there.';

const failures: readonly (readonly [string, ScriptTurn])[] = [
  ['limits', { refuse: 'limit', retryAfterS: 60 }],
  ['refuses the key', { refuse: 'key' }],
  ['is overloaded', { refuse: 'overload' }],
  ['is another server', { refuse: 'page' }],
  ['finds the prompt too long', { refuse: 'too-long' }],
  ['is cut before its first word', { pieces: [words], fault: { after: 0, kind: 'cut' } }],
  ['tells an error before its first word', { pieces: [words], fault: { after: 0, kind: 'error' } }],
  ['sends garbage', { pieces: [words], fault: { after: 0, kind: 'garbage' } }],
  ['says nothing', { refuse: 'hang' }],
  ['begins and says nothing', { pieces: [words], fault: { after: 0, kind: 'hang' } }],
];

describe.each([
  ['ollama', 'anthropic'],
  ['anthropic', 'openai'],
  ['openai', 'ollama'],
] as const)('%s, then %s', (firstKind, secondKind) => {
  it.each(failures)('lets the second answer once when the first %s', async (_, turn) => {
    await using pair = await pairOf([firstKind, [turn]], [secondKind, [words]], {
      firstMore: { firstTokenMs: 500 },
    });
    expect(textOf(await answerOf(pair.model))).toBe(words);
    await pair.first.idle();
    expect(pair.first.exchanges).toHaveLength(1);
    expect(states(pair.first)).not.toEqual(['running']);
    expect(states(pair.second)).toEqual(['whole']);
  });

  it('goes on with the second while the first is down, and with the first when it is back', async () => {
    await using pair = await pairOf([firstKind, ['One.', 'One.']], [secondKind, ['Two.', 'Two.']]);
    await pair.first.stop();
    expect(textOf(await answerOf(pair.model))).toBe('Two.');
    expect(textOf(await answerOf(pair.model))).toBe('Two.');
    await pair.first.start();
    const ending = new AbortController();
    const watching = pair.model.watch({ signal: ending.signal });
    await expect.poll(() => pair.model.status()[0]?.fault, { timeout: 10_000 }).toBeNull();
    expect(textOf(await answerOf(pair.model))).toBe('One.');
    ending.abort(new Error('over'));
    await expect(watching).rejects.toThrow('over');
  });
});

describe('failover', () => {
  it('breaks an answer off that was begun, and starts none anew', async () => {
    await using pair = await pairOf(
      ['openai', [{ pieces: [words], fault: { after: 3, kind: 'cut' } }]],
      ['ollama', []],
    );
    let said = '';
    const reading = async () => {
      for await (const part of pair.model.answer(prompt, { signal: noAbort }))
        if (part.kind === 'text') said += part.text;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'LLM_FAILED' });
    expect(said).toBe('It is warm ');
    expect(pair.second.exchanges).toEqual([]);
  });

  it('hedges: the faster one answers, the other request is ended and its call is never seen', async () => {
    const late = { pieces: [{ call: 'turn_on', input: { by: 'first' } }], firstMs: 3_000 };
    await using pair = await pairOf(
      ['ollama', [late]],
      ['openai', [[{ call: 'turn_on', input: { by: 'second' } }]]],
      { hedgeAfterMs: 50, firstTokenMs: 10_000 },
    );
    expect(callsOf(await answerOf(pair.model))).toMatchObject([{ input: { by: 'second' } }]);
    await pair.first.idle();
    expect(states(pair.first)).toEqual(['left']);
    expect(pair.first.exchanges[0]?.sent).toEqual([]);
  });

  it('rejects at once, with each reason, when everything is down', async () => {
    await using pair = await pairOf(['ollama', []], ['anthropic', []]);
    await pair.first.stop();
    await pair.second.stop();
    for (const _ of [1, 2])
      await expect(answerOf(pair.model)).rejects.toMatchObject({
        code: 'LLM_UNREACHABLE',
        message: expect.stringMatching(/ollama\/.*nothing answers.*anthropic\/.*nothing answers/su),
      });
  });

  it('gives up servers that take connections and say nothing, far before the deadline of the first word', async () => {
    await using pair = await pairOf(['ollama', []], ['openai', []], { firstTokenMs: 60_000 });
    pair.first.refuse({ refuse: 'hang' });
    pair.second.refuse({ refuse: 'hang' });
    await expect(answerOf(pair.model)).rejects.toMatchObject({ code: 'LLM_UNREACHABLE' });
    // The second one was looked at while the first was waited for, and not asked.
    expect(pair.second.exchanges).toEqual([]);
  });

  it('ends the requests of both when the person leaves', async () => {
    await using pair = await pairOf(['ollama', [{ refuse: 'hang' }]], ['openai', [{ refuse: 'hang' }]], {
      hedgeAfterMs: 50,
    });
    const abort = new AbortController();
    const asked = answerOf(pair.model, prompt, abort.signal);
    await expect.poll(() => pair.second.exchanges.length).toBe(1);
    const reason = new Error('the person left');
    abort.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await pair.first.idle();
    await pair.second.idle();
    expect([...states(pair.first), ...states(pair.second)]).toEqual(['left', 'left']);
  });

  it('is nothing at all when no provider is configured', () => {
    const settings = standInSettings([]);
    expect(createFailover(settings, { clock: systemClock, log: silentLogger })).toBeUndefined();
  });
});
