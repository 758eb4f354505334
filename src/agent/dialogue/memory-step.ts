/** A step about what is remembered: kept, told or forgotten, with the person's consent. */
import { isVoiceError } from '../../core/errors.ts';
import type { Clock } from '../../core/clock.ts';
import type { Forgotten, Memory, Recalled } from '../memory/memory.ts';
import { originalWords } from '../memory/original-words.ts';
import { personOf } from '../ports/person.ts';
import type { Turn } from '../turn.ts';
import { normalise, normaliseParted } from '../understand/normalise.ts';
import type { MemoryRequest, Step } from '../understand/plan.ts';
import { type Answer, answered } from './answer.ts';

type MemoryStep = Extract<Step, { readonly kind: 'memory' }>;
type Options = { readonly signal: AbortSignal };

export type MemoryDesk = { readonly memory: Memory; readonly clock: Clock };

/** A store that fails is an answer. */
export async function answerMemoryStep(
  step: MemoryStep,
  turn: Turn,
  desk: MemoryDesk,
  options: Options,
): Promise<Answer> {
  try {
    return await carryOut(step, turn, desk, options);
  } catch (error) {
    options.signal.throwIfAborted();
    if (!isStoreError(error)) throw error;
    return { ...answered, speech: turn.pack.memory.failed };
  }
}

const isStoreError = (error: unknown): boolean => isVoiceError(error) && error.code.startsWith('STORE_');

async function carryOut(
  { request, isAllowed }: MemoryStep,
  turn: Turn,
  { memory, clock }: MemoryDesk,
  options: Options,
): Promise<Answer> {
  const { pack, speaker } = turn;
  const person = personOf(speaker);
  const told = { language: pack.language, ...options };
  switch (request.do) {
    case 'remember':
      return await remember(request, isAllowed === true, turn, memory);
    case 'recall':
      return recalled(await memory.recall(request.topic, person, told), turn, clock.now());
    case 'forget':
    case 'forget-these': {
      const what = request.do === 'forget' ? { about: request.about } : { factIds: request.factIds };
      return forgotten(await memory.forget(what, person, told), turn);
    }
    case 'forget-all': {
      if (!isAllowed) return ask(request, pack.memory.askForgetAll, turn);
      return forgotten(await memory.forget('everything', person, told), turn);
    }
    case 'forget-last':
      return { ...answered, speech: pack.dropped };
    case 'start':
      return await start(isAllowed === true, turn, memory);
    case 'stop': {
      await memory.allow(person, { facts: false, history: false });
      const { facts, history } = await memory.consent(person);
      const isAlways = facts === 'on' || history === 'on';
      return { ...answered, speech: isAlways ? pack.memory.alwaysOn : pack.memory.stopped };
    }
  }
}

function forgotten({ factCount, exchangeCount }: Forgotten, { pack }: Turn): Answer {
  const speech = pack.memory.forgot(factCount + exchangeCount);
  return { ...answered, factIds: [], speech, isPersonal: true };
}

async function remember(
  request: Extract<MemoryRequest, { readonly do: 'remember' }>,
  isAllowed: boolean,
  turn: Turn,
  memory: Memory,
): Promise<Answer> {
  const { pack, speaker } = turn;
  const person = personOf(speaker);
  if (isAllowed) {
    const { history } = await memory.consent(person);
    await memory.allow(person, { facts: true, history: history === 'on' });
  }
  // Where a yes brought us here the words of this turn are others: the fact was found in the first one.
  const text = isAllowed
    ? request.fact
    : originalWords(request.fact, turn.request.text, [normalise, normaliseParted]);
  const result = await memory.remember(text, person, pack.language);
  switch (result.kind) {
    case 'remembered':
      return { ...answered, speech: pack.memory.remembered, factIds: [result.factId], isPersonal: true };
    case 'known':
      return { ...answered, speech: pack.memory.known, factIds: [result.factId], isPersonal: true };
    case 'full':
      return { ...answered, speech: pack.memory.full };
    case 'off':
      if (!result.mayAsk) return { ...answered, speech: pack.memory.never };
      return ask({ do: 'remember', fact: text }, pack.memory.askFacts, turn);
    case 'empty':
      return { ...answered, speech: pack.notUnderstood };
  }
}

async function start(isAllowed: boolean, turn: Turn, memory: Memory): Promise<Answer> {
  const { pack, speaker } = turn;
  const person = personOf(speaker);
  if (isAllowed) await memory.allow(person, { facts: true, history: true });
  const { facts, history } = await memory.consent(person);
  if (facts === 'never' && history === 'never') return { ...answered, speech: pack.memory.never };
  if (facts !== 'off' && history !== 'off') return { ...answered, speech: pack.memory.started };
  return ask({ do: 'start' }, pack.memory.askHistory, turn);
}

/** Without a way back to the question nothing is kept. */
function ask(request: MemoryRequest, question: string, { speaker, pack }: Turn): Answer {
  const { cannotAsk, cannotConfirm } = pack.memory;
  if (speaker.conversationId === null)
    return { ...answered, speech: request.do === 'forget-all' ? cannotConfirm : cannotAsk };
  return { ...answered, open: [{ kind: 'memory', request, question }], isPersonal: true };
}

/** More than this nobody listens to. */
const toldAtOnce = 3;

function recalled({ facts, exchanges }: Recalled, { pack, model }: Turn, nowMs: number): Answer {
  const when = { nowMs, timeZone: model.timeZone };
  const told =
    facts.length > 0
      ? facts.slice(0, toldAtOnce).map(({ text, atMs }) => pack.memory.told(text, atMs, when))
      : exchanges.slice(0, toldAtOnce).map(({ said, atMs }) => pack.memory.said(said, atMs, when));
  return {
    ...answered,
    speech: told.length === 0 ? pack.memory.nothing : told.join(' '),
    factIds: facts.slice(0, toldAtOnce).map(({ factId }) => factId),
    isPersonal: true,
  };
}
