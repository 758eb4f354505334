/** One sentence through the agent: once per turn id, down the list of paths, to exactly one outcome. */
import type { Clock } from '../core/clock.ts';
import { BugError } from '../core/errors.ts';
import type { HomeModel } from '../home/model/home-model.ts';
import type { Door } from './act/act.ts';
import { originOf } from './act/origin.ts';
import type { ReadForecast } from './act/read-forecast.ts';
import type { RecordRefusedDeed } from './act/refused-deed.ts';
import type { ReadList } from './act/read-list.ts';
import type { Agent, AgentPart, TurnOutcome, TurnRequest } from './agent.ts';
import type { Broadcast } from './dialogue/broadcast.ts';
import { type Answer, noAnswer } from './dialogue/answer.ts';
import { carryOut } from './dialogue/carry-out.ts';
import { type Conversation, openConversation } from './dialogue/conversation.ts';
import { askAgain, memoryOf, type Said } from './dialogue/memory.ts';
import type { LateFailures } from './dialogue/late-failures.ts';
import type { Hands } from './dialogue/hands.ts';
import { separatePin } from './dialogue/pin-answer.ts';
import { questionOf } from './dialogue/questions.ts';
import type { Memory } from './memory/memory.ts';
import type { Exchange } from './dialogue/dialogue.ts';
import { tellUnheard, type TimerService } from './dialogue/timer-step.ts';
import { LiveTurn } from './live-turn.ts';
import type { Path, Turn, Work } from './path.ts';
import type { Plan } from './understand/plan.ts';
import type { DialogueStore } from './ports/dialogue-store.ts';
import type { HomeView } from './ports/home-view.ts';
import type { TurnStore } from './ports/turn-store.ts';
import { english } from './reply/en/pack.ts';
import { packFor } from './reply/packs.ts';
import { type Speaker, speakerOf } from './speaker.ts';

export type AgentParts = {
  /** BCP 47 tags of the languages the paths understand right now, default first. */
  readonly languages: () => readonly string[];
  /** Ways to understand, in the order they are asked: the own grammar first, then who knows more. */
  readonly paths: readonly Path[];
  readonly home: HomeView;
  /** The way to every actuator. */
  readonly door: Door;
  readonly turns: TurnStore;
  readonly dialogues: DialogueStore;
  readonly clock: Clock;
  /** Absent: nothing can be said after a turn has ended. */
  readonly lateFailures?: LateFailures | undefined;
  readonly broadcast?: Broadcast | undefined;
  readonly timers?: TimerService | undefined;
  readonly memory?: Memory | undefined;
  /** Told of what was said and answered, without what is secret in it. */
  readonly onExchange?: ((exchange: Exchange, turn: Turn) => void) | undefined;
  readonly readList?: ReadList | undefined;
  readonly readForecast?: ReadForecast | undefined;
  readonly recordRefused?: RecordRefusedDeed | undefined;
  /** The household has a code: it is taken out of every sentence before a path reads it. */
  readonly hasPin?: boolean;
};

type Options = { readonly signal: AbortSignal };

export function createAgent(parts: AgentParts): Agent {
  /** Turns being worked on: a repeated id listens to the first one instead of acting beside it. */
  const running = new Map<string, LiveTurn>();

  const begin = (request: TurnRequest, options: Options): LiveTurn => {
    const { turnId } = request;
    const live = new LiveTurn();
    running.set(turnId, live);
    answerOnce(parts, request, live, options)
      .catch((error: unknown) => live.fail(error))
      .finally(() => running.delete(turnId));
    return live;
  };

  return {
    get languages() {
      return parts.languages();
    },
    async *respond(request, options): AsyncIterable<AgentPart> {
      options.signal.throwIfAborted();
      const known = running.get(request.turnId);
      // Whoever began the turn hears its end, also where the signal brought it about: then nothing of it runs on.
      if (known === undefined) yield* begin(request, options).parts();
      else yield* known.parts(options);
    },
  };
}

async function answerOnce(
  parts: AgentParts,
  request: TurnRequest,
  live: LiveTurn,
  options: Options,
): Promise<void> {
  const speaker = speakerOf(request);
  // Two questions to the store, and a person waits.
  const [first, conversation] = await Promise.all([
    parts.turns.find(request.turnId),
    openConversation(speaker, parts),
  ]);
  if (first === undefined) {
    await answerTurn(parts, { request, speaker, conversation }, live, options);
    return;
  }
  const outcome = first.kind === 'outcome' ? first : interrupted(request);
  if (outcome.speech !== '') live.push({ kind: 'delta', text: outcome.speech });
  live.push(outcome);
}

type Asked = {
  readonly request: TurnRequest;
  readonly speaker: Speaker;
  readonly conversation: Conversation;
};

async function answerTurn(
  parts: AgentParts,
  { request: asked, speaker, conversation }: Asked,
  live: LiveTurn,
  options: Options,
): Promise<void> {
  const { request, pin } = parts.hasPin ? separatePin(asked, conversation) : { request: asked, pin: null };
  const model = parts.home.model();
  const turn: Turn = {
    request,
    model,
    isHomeAway: parts.home.status() !== 'connected',
    areaId: areaOf(request, model),
    speaker,
    dialogue: conversation.dialogue,
    pending: conversation.pending,
    pack: packFor(request.language) ?? english,
    pin,
  };
  let spoken = '';
  const voice: Voice = {
    say: (text) => {
      spoken += text;
      live.push({ kind: 'delta', text });
    },
    showTool: (name, status) => live.push({ kind: 'tool', name, status }),
  };
  /** One for each step that acted. */
  const records: Promise<void>[] = [];
  const keep = (isKept: Promise<void>): void => void records.push(isKept);
  const said = askAgain(await followPaths(parts, turn, conversation, { voice, keep }, options), turn);
  const memory = memoryOf(said, turn);
  const question = questionOf(memory.pending?.open ?? []);
  const { answer } = said;
  // A question has to be the last thing that is heard.
  const mayAdd = parts.timers && question === null && said.language === turn.pack.language;
  const unheard = mayAdd ? await tellUnheard(turn, parts.timers) : '';
  const outcome: TurnOutcome = {
    kind: 'outcome',
    turnId: request.turnId,
    speech: [answer.speech, unheard].filter((text) => text !== '').join(' '),
    language: said.language,
    understood: answer.understood,
    continueConversation: question !== null,
    ...(question && { continueReason: question.reason }),
    changes: answer.outcomes.map(({ entityId, name, before, after, proof }) => ({
      entityId,
      name,
      before,
      after,
      proof,
    })),
    path: said.path,
    ...(answer.isPersonal && { isPersonal: true }),
  };
  // On record before it is heard, so that an answer finds its question after a restart too.
  await Promise.all([conversation.remember(memory), parts.turns.save(outcome), ...records]);
  const exchange = memory.exchanges.at(-1);
  if (exchange && answer.isPersonal !== true) parts.onExchange?.(exchange, turn);
  options.signal.throwIfAborted();
  if (!outcome.speech.startsWith(spoken)) throw new BugError('BUG', 'a reply took back what it had said');
  const rest = outcome.speech.slice(spoken.length);
  if (rest !== '') live.push({ kind: 'delta', text: rest });
  live.push(outcome);
}

type Voice = Omit<Work, 'hands'>;

async function followPaths(
  parts: AgentParts,
  turn: Turn,
  conversation: Conversation,
  { voice, keep }: { readonly voice: Voice; readonly keep: NonNullable<Hands['keep']> },
  options: Options,
): Promise<Said> {
  let begun: Promise<void> | undefined;
  const aboutToAct = () => (begun ??= parts.turns.start(turn.request.turnId));
  const { door, lateFailures, broadcast, timers, memory, readList, readForecast, recordRefused, clock } =
    parts;
  const handsOf = ({ name }: Path, heard: Turn): Hands => {
    const origin = originOf(heard, name);
    const reads = { memory, readList, readForecast, recordRefused, clock };
    return { door, origin, conversation, aboutToAct, lateFailures, broadcast, timers, ...reads };
  };
  let heard = turn;
  let unclear: Said | undefined;
  let known: Said | undefined;
  let guess: { readonly plan: Plan; readonly path: Path; readonly isFirm: boolean } | undefined;
  for (const path of parts.paths) {
    if (known && path.name !== 'llm') continue;
    if (guess?.isFirm && path.name === 'llm') break;
    const hands = handsOf(path, heard);
    const read = await path.read(heard, options);
    options.signal.throwIfAborted();
    const reading = read.kind === 'run' ? await read.run({ hands, ...voice }, options) : read;
    if (reading.kind === 'plan')
      return ofPlan(
        reading.plan,
        path,
        turn,
        await carryOut(reading.plan, turn, { ...hands, keep }, options),
      );
    const { language } = reading;
    const from = { language, path: path.name };
    if (reading.kind === 'acted') return { answer: reading.answer, ...from, isUnclear: false };
    if (reading.kind === 'passed' && reading.guess)
      guess ??= { plan: reading.guess, path, isFirm: reading.isFirm === true };
    const { speech } = reading;
    if (speech === null) continue;
    const understood = reading.kind === 'said' && reading.understood;
    const answer: Answer = { ...noAnswer, speech, understood };
    if (reading.kind === 'said') {
      known = { answer, ...from, isUnclear: false };
      if (reading.modelMay === undefined) return known;
      if (reading.modelMay === 'tell') heard = { ...turn, isNoRequest: true };
      continue;
    }
    // Who tried knows better why it came to nothing.
    if (unclear === undefined || read.kind === 'run') unclear = { answer, ...from, isUnclear: true };
  }
  if (known) return known;
  if (guess) {
    const { plan, path } = guess;
    const hands = { ...handsOf(path, turn), keep };
    return ofPlan(plan, path, turn, await carryOut(plan, turn, hands, options));
  }
  if (unclear) return unclear;
  const { language, languageUnknown: speech } = turn.pack;
  return { answer: { ...noAnswer, speech }, language, path: 'local', isUnclear: true };
}

function ofPlan(plan: Plan, { name }: Path, { pack, pending }: Turn, answer: Answer | undefined): Said {
  const { language } = pack;
  // What an answer sets going was understood with the sentence that was asked about.
  const path = plan.kind === 'reply' && pending ? pending.path : name;
  if (answer) return { answer, language, path, isUnclear: false };
  return { answer: { ...noAnswer, speech: pack.nothingAsked }, language, path: name, isUnclear: true };
}

/** The same id came before, began to act and never ended: nothing is done again, and nothing is claimed. */
function interrupted({ turnId, language: asked }: TurnRequest): TurnOutcome {
  const { interrupted: speech, language } = packFor(asked) ?? english;
  return {
    kind: 'outcome',
    turnId,
    speech,
    language,
    understood: true,
    continueConversation: false,
    changes: [],
    path: 'local',
  };
}

/** Where it was said: as the caller says, else where its satellite or device stands. */
export function areaOf(request: TurnRequest, model: HomeModel): string | null {
  if (request.areaId !== undefined) return request.areaId;
  const satelliteArea =
    request.satelliteId === undefined ? undefined : model.satelliteAreas.get(request.satelliteId);
  if (satelliteArea !== undefined) return satelliteArea;
  return (request.deviceId === undefined ? undefined : model.devices.get(request.deviceId)?.areaId) ?? null;
}
