/** One peer: answers `describe` and `ping` at any time, and one request after the other. */
import { randomUUID } from 'node:crypto';
import { isProtocolError, isTransportError } from 'wyoming-ts';
import type { Connection, Handler, WyomingEvent, WyomingEventOf } from 'wyoming-ts';
import type { Clock } from '../core/clock.ts';
import { EngineError, RequestError, toError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { didYouMean } from '../core/nearest.ts';
import type { ReportStage } from '../turns/stage-fact.ts';
import { handle } from './handle.ts';
import type { HandleService } from './handle.ts';
import { Inbox } from './inbox.ts';
import type { Received, Refused } from './inbox.ts';
import { transcribe } from './stt.ts';
import type { SttService } from './stt.ts';
import { toErrorEvent } from './to-error-event.ts';
import { synthesize, synthesizeStream } from './tts.ts';
import type { TtsService } from './tts.ts';
import type { Turn } from './turn.ts';
import { listen } from './wake.ts';
import type { WakeService } from './wake.ts';

export type Services = {
  /** Absent: this server does not offer it. */
  readonly wake?: WakeService;
  readonly stt?: SttService;
  readonly tts?: TtsService;
  readonly handle?: HandleService;
  /** What is offered right now: the answer to `describe`. */
  readonly info: () => WyomingEventOf<'info'>;
  readonly report: ReportStage;
  readonly clock: Clock;
  readonly log: Logger;
};

/** How long a running request may go on when the server closes; the server's own grace has to be longer. */
export const turnGraceMs = 4_000;

/** Serves every peer of a Wyoming server with the services. */
export function createSessionHandler(services: Services): Handler {
  return async (connection, { closing }) => {
    const id = randomUUID();
    const log = services.log.child({ connection: id, peer: connection.remoteAddress });
    const inbox = new Inbox();
    const over = new AbortController();
    const reading = readAll(connection, inbox, services, over.signal).finally(() => inbox.close());
    try {
      await answerAll({ connection, id, inbox, closing, log, services });
    } finally {
      over.abort();
      await reading;
    }
  };
}

/** Never stops reading while something is computed: what is no quick question goes into the inbox. */
async function readAll(
  connection: Connection,
  inbox: Inbox,
  { info, clock }: Services,
  over: AbortSignal,
): Promise<void> {
  try {
    for (;;) {
      const event = await readOne(connection, over);
      if (!event) return;
      if ('error' in event) await inbox.push(event, over);
      else if (event.type === 'describe') await connection.send(info());
      else if (event.type === 'ping') await connection.send({ type: 'pong', data: event.data });
      else await inbox.push({ event, atMs: clock.monotonicMs() }, over);
    }
  } catch (error) {
    // The session ended, or the peer left without a word: there is nobody to tell.
    if (!over.aborted && !isTransportError(error)) throw error;
  }
}

/** The next event; one that came whole and can not be used is for its request to answer. */
async function readOne(
  connection: Connection,
  signal: AbortSignal,
): Promise<WyomingEvent | Refused | undefined> {
  try {
    return await connection.read({ signal });
  } catch (cause) {
    if (!isProtocolError(cause) || connection.signal.aborted) throw cause;
    const error = new RequestError('REQUEST_INVALID', `an event can not be read: ${cause.message}`, {
      cause,
    });
    return { type: String(cause.details['type']), error };
  }
}

type Peer = {
  readonly connection: Connection;
  readonly id: string;
  readonly inbox: Inbox;
  readonly closing: AbortSignal;
  readonly log: Logger;
  readonly services: Services;
};

/** Returns when the peer has no more requests, when the server closes, or after an error that ends it. */
async function answerAll(peer: Peer): Promise<void> {
  const { connection, inbox, closing } = peer;
  using running = shutdownAfter(closing, turnGraceMs);
  using listening = shutdownAfter(closing, 0);
  const signal = AbortSignal.any([connection.signal, running.signal]);
  const endlessSignal = AbortSignal.any([signal, listening.signal]);
  try {
    for (;;) {
      const received = await inbox.nextRequest(endlessSignal);
      if (!received) return;
      const type = 'error' in received ? received.type : received.event.type;
      const turn = turnOf(peer, type === 'detect' ? endlessSignal : signal);
      try {
        await answer(received, turn, peer.services);
      } catch (error) {
        if (connection.signal.aborted) return;
        if (await tellError(error, type, turn)) return;
      }
    }
  } catch (error) {
    if (!isTransportError(error) && !signal.aborted && !closing.aborted) throw error;
    peer.log.debug('peer is gone or the server closes', { error: String(error) });
  }
}

/** True when the connection ends with it. */
async function tellError(error: unknown, request: string, turn: Turn): Promise<boolean> {
  const { event, code, closes } = toErrorEvent(error);
  // What a backend says may repeat what a person said.
  const fields = { request, code, pii: { reason: toError(error).stack } };
  if (code === 'BUG') turn.log.error('request failed', fields);
  else turn.log.warn('request failed', fields);
  await turn.send(event);
  if (!closes) await turn.inbox.skipRest(turn.signal);
  // Clients wait for it whatever happened.
  if (request === 'synthesize-start') await turn.send({ type: 'synthesize-stopped' });
  return closes;
}

function turnOf({ connection, id, inbox, log, services }: Peer, signal: AbortSignal): Turn {
  return {
    inbox,
    // Not bound to the turn's signal: the last word of a turn that was ended still has to go out.
    send: (event) => connection.send(event),
    signal,
    clock: services.clock,
    log,
    report: services.report,
    connectionId: id,
    remoteAddress: connection.remoteAddress,
  };
}

async function answer(received: Received | Refused, turn: Turn, services: Services): Promise<void> {
  if ('error' in received) throw received.error;
  const { event } = received;
  switch (event.type) {
    case 'transcribe':
      return await transcribe(event, offered(services.stt), turn);
    case 'audio-start':
    case 'audio-chunk':
      // Audio that nobody asked to detect anything in is an utterance.
      turn.inbox.unread(received);
      return await transcribe(undefined, offered(services.stt), turn);
    case 'detect':
      return await listen(event, offered(services.wake), turn);
    case 'synthesize':
      return await synthesize(event, offered(services.tts), turn);
    case 'synthesize-start':
      return await synthesizeStream(event, offered(services.tts), turn);
    case 'transcript':
      return await handle(event, offered(services.handle), turn);
    case 'select-program':
      return checkProgram(event.data.name, services);
    default:
      // Newer peers send events we do not know, and older ones some that are of no use here.
      turn.log.debug('event ignored', { event: event.type });
  }
}

function offered<Service>(service: Service | undefined): Service {
  if (service) return service;
  throw new RequestError('REQUEST_INVALID', 'this server does not offer that service');
}

/** There is one program of each kind, so that selecting one only has to be a known name. */
function checkProgram(name: string, { info }: Services): void {
  const { asr, tts, handle: agents, wake } = info().data;
  const names = [...new Set([...asr, ...tts, ...agents, ...wake].map((program) => program.name))];
  if (names.includes(name)) return;
  throw new RequestError('REQUEST_INVALID', `no program is called "${name}"${didYouMean(name, names)}`);
}

/** Aborts some time after the server was asked to close, with the reason that the peer is told. */
function shutdownAfter(closing: AbortSignal, delayMs: number): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const abort = () => controller.abort(new EngineError('SHUTTING_DOWN', 'the server is closing'));
  const onClosing = () => (timer = setTimeout(abort, delayMs));
  if (closing.aborted) onClosing();
  else closing.addEventListener('abort', onClosing, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      // By hand: of several listeners with signals of their own, Node 20 may collect all removals but the last.
      closing.removeEventListener('abort', onClosing);
      clearTimeout(timer);
    },
  };
}
