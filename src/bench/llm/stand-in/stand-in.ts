/**
 * A server on loopback that speaks the real wire format of one provider's API and answers by a script. It takes only
 * requests that the API would take; whatever else comes is a problem, and disposing it throws when any is left.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { BugError, RequestError, toError } from '../../../core/errors.ts';
import { anthropicWire } from './anthropic-wire.ts';
import { ollamaWire } from './ollama-wire.ts';
import { openaiWire } from './openai-wire.ts';
import { type Pace, playReply } from './play-reply.ts';
import {
  nextTurn,
  type ProviderKind,
  type Refusal,
  type Script,
  type SeenRequest,
  type WirePiece,
} from './script.ts';
import type { StandInModel, Wire, WireReply } from './wire.ts';

const wires: Readonly<Record<ProviderKind, Wire>> = {
  ollama: ollamaWire,
  anthropic: anthropicWire,
  openai: openaiWire,
};

/** The model every stand-in has when none are named. */
export const standInModel = 'stand-in-8b';

export type StandInOptions = Partial<Pace> & {
  readonly models?: readonly StandInModel[];
  /** The only key that is accepted; absent: any, and none. */
  readonly key?: string;
};

export type Exchange = {
  readonly request: SeenRequest;
  /** When the whole request was there, on the clock of `performance.now()`. */
  readonly atMs: number;
  /** What was sent, each with the time right before its bytes were written. */
  readonly sent: readonly { readonly piece: WirePiece; readonly atMs: number }[];
  /** `left`: the client hung up. `broken`: the script said so. */
  readonly state: 'running' | 'whole' | 'broken' | 'left' | 'refused';
};

export type StandIn = AsyncDisposable & {
  readonly kind: ProviderKind;
  /** As it is written into the settings: with `/v1` where the API's users write that. */
  readonly url: string;
  /** Requests for answers so far, in order. */
  readonly exchanges: readonly Exchange[];
  /** Other requests so far, e.g. `GET /api/tags`. */
  readonly lookups: readonly string[];
  /** How many connections were opened so far. */
  readonly connectionCount: number;
  /** Hands over what was wrong so far, so that disposing does not throw for it. */
  takeProblems(): readonly string[];
  /** A new script, from its first turn. */
  answer(script: Script): void;
  /** Refuses every request until it is told `null`. */
  refuse(refusal: Refusal | null): void;
  /** Settles when no answer is being sent. */
  idle(): Promise<void>;
  /** Closes the port and every connection. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  start(): Promise<void>;
};

/** A long prompt with tools is a tenth of it. */
const mostBodyBytes = 8 * 1024 * 1024;
/** More than any test or bench sends to one server; older ones are forgotten. */
const mostExchanges = 20_000;

type Running = { -readonly [Key in keyof Exchange]: Exchange[Key] } & {
  sent: { readonly piece: WirePiece; readonly atMs: number }[];
};

export async function openStandIn(
  kind: ProviderKind,
  firstScript: Script,
  options: StandInOptions = {},
): Promise<StandIn> {
  const wire = wires[kind];
  const { models = [{ name: standInModel }], key } = options;
  const pace: Pace = { firstMs: options.firstMs ?? 0, pieceMs: options.pieceMs ?? 0 };
  const exchanges: Running[] = [];
  const lookups: string[] = [];
  const playing = new Set<Promise<void>>();
  let problems: string[] = [];
  let script = firstScript;
  let turnCount = 0;
  let refusal: Refusal | null = null;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const left = new AbortController();
    response.once('close', () => left.abort(new RequestError('REQUEST_INVALID', 'the client hung up')));
    try {
      const body = await readBody(request);
      const place = `${request.method ?? ''} ${request.url ?? ''}`;
      if (place !== `POST ${wire.answerPath}`) await lookUp(place, body, request, response, left.signal);
      else await converse(body, request, response, left.signal);
    } catch (error) {
      if (left.signal.aborted) return;
      problems.push(toError(error).message);
      if (response.headersSent) response.destroy();
      else sendReply(response, wire.refusal('invalid', ''));
    }
  };

  const refused = async (
    asked: { readonly model: string; readonly request: IncomingMessage },
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<boolean> => {
    const { model, request } = asked;
    const isWrongKey = key !== undefined && wire.keyOf(request.headers) !== key;
    const why: Refusal | null = refusal ?? (isWrongKey ? { refuse: 'key' } : null);
    if (!why) return false;
    await sendRefusal(wire, why, { model, response, signal });
    return true;
  };

  const lookUp = async (
    place: string,
    body: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> => {
    lookups.push(place);
    if (lookups.length > mostExchanges) lookups.shift();
    if (await refused({ model: '', request }, response, signal)) return;
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?');
    const reply = wire.lookup({ method, path, body }, models);
    if (!reply) throw new RequestError('REQUEST_INVALID', `the API has no ${place}`);
    sendReply(response, reply);
  };

  const converse = async (
    body: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> => {
    const silent = wire.silent?.(body, models);
    if (silent) {
      lookups.push('load');
      if (!(await refused({ model: '', request }, response, signal))) sendReply(response, silent);
      return;
    }
    const seen: SeenRequest = { ...wire.read(body, request.headers), body, headers: request.headers };
    const exchange: Running = { request: seen, atMs: performance.now(), sent: [], state: 'running' };
    exchanges.push(exchange);
    if (exchanges.length > mostExchanges) exchanges.shift();
    try {
      exchange.state = await respond(exchange, request, response, signal);
    } catch (error) {
      exchange.state = signal.aborted ? 'left' : 'broken';
      throw error;
    }
  };

  const respond = async (
    { request: seen, sent }: Running,
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<Exchange['state']> => {
    const { model } = seen;
    if (await refused({ model, request }, response, signal)) return 'refused';
    const known = models.find(({ name }) => name === model);
    const isUnfit = known?.hasTools === false && seen.tools.length > 0;
    if (!known || isUnfit) {
      sendReply(response, wire.refusal(known ? 'no-tools' : 'model', model));
      return 'refused';
    }
    const turn = await nextTurn(script, seen, turnCount++);
    if (!turn) {
      problems.push(`request ${turnCount} has no turn in the script`);
      sendReply(response, wire.refusal('unscripted', model));
      return 'refused';
    }
    if ('refuse' in turn) {
      await sendRefusal(wire, turn, { model, response, signal });
      return 'refused';
    }
    const onPiece = (piece: WirePiece): void => void sent.push({ piece, atMs: performance.now() });
    return await playReply(turn, response, { wire, model, pace, onPiece, signal });
  };

  const server = createServer((request, response) => {
    const played = handle(request, response).finally(() => playing.delete(played));
    playing.add(played);
  });
  let connectionCount = 0;
  server.on('connection', () => void (connectionCount += 1));
  const port = await listen(server, 0);
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    await Promise.all(playing);
  };
  return {
    kind,
    url: `http://127.0.0.1:${port}${kind === 'openai' ? '/v1' : ''}`,
    exchanges,
    lookups,
    get connectionCount() {
      return connectionCount;
    },
    takeProblems: () => {
      const taken = problems;
      problems = [];
      return taken;
    },
    answer: (next) => {
      script = next;
      turnCount = 0;
    },
    refuse: (next) => void (refusal = next),
    idle: async () => void (await Promise.all(playing)),
    stop,
    start: async () => void (await listen(server, port)),
    [Symbol.asyncDispose]: async () => {
      await stop();
      if (problems.length === 0) return;
      throw new BugError('BUG', `the stand-in for ${kind} was used wrongly: ${problems.join('; ')}`);
    },
  };
}

async function listen(server: Server, wantedPort: number): Promise<number> {
  server.listen(wantedPort, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > mostBodyBytes) throw new RequestError('REQUEST_TOO_LARGE', `a request of ${length} bytes`);
  const body = await text(request);
  return body === '' ? undefined : JSON.parse(body);
}

function sendReply(
  response: ServerResponse,
  { status, body }: WireReply,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

type Refused = { readonly model: string; readonly response: ServerResponse; readonly signal: AbortSignal };

async function sendRefusal(
  wire: Wire,
  { refuse, retryAfterS }: Refusal,
  { model, response, signal }: Refused,
): Promise<void> {
  if (refuse === 'hang') {
    await new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  } else if (refuse === 'page') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Router</title>');
  } else {
    const headers = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
    sendReply(response, wire.refusal(refuse, model), headers);
  }
}
