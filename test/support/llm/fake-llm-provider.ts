/** A provider whose answers a test writes while they are read. */
import type { AnswerPart } from '../../../src/agent/ports/language-model.ts';
import { LanguageModelError, toError, type ErrorCode } from '../../../src/core/errors.ts';
import { Queue } from '../../../src/core/queue.ts';
import type { Provider } from '../../../src/engines/llm/provider.ts';
import { noAbort } from '../streams.ts';

export type FakeAnswer = {
  readonly isAborted: boolean;
  say(...texts: readonly string[]): Promise<void>;
  call(name: string): Promise<void>;
  end(): Promise<void>;
  fail(code: ErrorCode, details?: Readonly<Record<string, unknown>>): void;
};

export type FakeProvider = Provider & {
  /** One per request so far. */
  readonly answers: readonly FakeAnswer[];
  /** What a look finds; `hang`: it never ends by itself. */
  state: 'well' | 'hang' | ErrorCode;
  readonly lookCount: number;
  readonly warmCount: number;
};

const error = (name: string, code: ErrorCode, details = {}) =>
  new LanguageModelError(code, `${name} fails with ${code}`, { details });

export function fakeProvider(name: string, { isCloud = false } = {}): FakeProvider {
  const answers: FakeAnswer[] = [];
  const counts = { look: 0, warm: 0 };
  return {
    name,
    isCloud,
    load: async () => undefined,
    answers,
    state: 'well',
    get lookCount() {
      return counts.look;
    },
    get warmCount() {
      return counts.warm;
    },
    async *answer(_, { signal }) {
      // More than any test writes.
      const parts = new Queue<AnswerPart>({ limit: 100, policy: 'fail' });
      signal.addEventListener('abort', () => parts.close(toError(signal.reason)), { once: true });
      answers.push(fakeAnswer(name, parts, signal));
      yield* parts;
    },
    async look({ signal }) {
      counts.look += 1;
      if (this.state === 'hang')
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(toError(signal.reason)), { once: true });
        });
      else if (this.state !== 'well') throw error(name, this.state);
      return { contextTokens: null, canCallTools: null, isListed: null };
    },
    offered: async () => [],
    warm: async () => void (counts.warm += 1),
  };
}

function fakeAnswer(name: string, parts: Queue<AnswerPart>, signal: AbortSignal): FakeAnswer {
  return {
    get isAborted() {
      return signal.aborted;
    },
    say: async (...texts) => {
      for (const text of texts) await parts.push({ kind: 'text', text }, noAbort);
    },
    call: (called) => parts.push({ kind: 'call', call: { id: name, name: called, input: {} } }, noAbort),
    end: async () => {
      await parts.push({ kind: 'end', why: 'finished', tokens: null }, noAbort);
      parts.close();
    },
    fail: (code, details) => parts.close(error(name, code, details)),
  };
}
