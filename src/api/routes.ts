/** Every resource of the HTTP interface behind the same guards: host, token, size. */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RequestError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { publicError } from '../core/public-error.ts';
import type { Converse } from './conversation.ts';
import { forget, type ForgetPerson } from './forget.ts';
import { checkProtocol, type Guard } from './guard.ts';
import { answerHealth, type ReadHealth, type ReadLanguageModels } from './health.ts';
import type { HomeReport } from './home.ts';
import type { Metrics } from './metrics.ts';
import { protocol, protocolHeader } from './protocol.ts';
import type { StatusFacts } from './status-page/facts.ts';
import { answerStatusPage } from './status-page/page.ts';
import { toErrorResponse } from './to-error-response.ts';
import { listTurns, oneTurn, type TurnParts } from './turns.ts';
import { writeLines } from './write-lines.ts';

export type ApiParts = {
  /** Absent: this server has no agent. */
  readonly converse?: Converse;
  readonly home?: () => HomeReport | Promise<HomeReport>;
  /** Absent: nothing is stored. */
  readonly forgetPerson?: ForgetPerson;
  readonly turns: TurnParts;
  readonly metrics: Metrics;
  readonly health: ReadHealth;
  /** Absent: none is configured. */
  readonly languageModels?: ReadLanguageModels;
  readonly status: () => Promise<StatusFacts>;
  readonly guard: Guard;
  readonly log: Logger;
  /** Aborts what still runs some time after the server was asked to close. */
  readonly ending: AbortSignal;
};

type Env = { Bindings: HttpBindings };

/** A sentence, its ids and a long extra prompt stay far below. */
const maxBodyBytes = 64 * 1024;

export function createRoutes(parts: ApiParts): Hono<Env> {
  const { converse, home, forgetPerson, turns, metrics, health, languageModels, status, guard, log, ending } =
    parts;
  const routes = new Hono<Env>();
  routes.use(async (context, next) => {
    await next();
    // What was written line by line said so itself.
    if (!context.env.outgoing.headersSent) context.header(protocolHeader, String(protocol));
  });
  const isIngress = ({ req, env }: Context<Env>): boolean =>
    guard.isIngress(req.header('x-ingress-path'), env.incoming.socket.remoteAddress ?? '');
  // Before the host is checked: the Supervisor passes the name on by which its own page was called.
  routes.get('/', async (context, next) => {
    if (!isIngress(context)) return await next();
    return await answerStatusPage(await status());
  });
  routes.use(async (context, next) => {
    guard.checkHost({ host: context.req.header('host'), origin: context.req.header('origin') });
    await next();
  });
  routes.get('/health', () => answerHealth(health, languageModels));
  routes.get('/live', (context) => context.body(null, 204));
  routes.use(async (context, next) => {
    const { remoteAddress } = context.env.incoming.socket;
    await guard.checkToken(context.req.header('authorization'), remoteAddress ?? '');
    checkProtocol(context.req.header(protocolHeader));
    await next();
  });
  routes.use(limitBody);
  if (converse) {
    routes.post('/api/v1/conversation', async (context) => {
      const { incoming, outgoing } = context.env;
      const remoteAddress = incoming.socket.remoteAddress ?? '';
      const signal = AbortSignal.any([context.req.raw.signal, ending]);
      const lines = await converse(await jsonOf(context.req), { remoteAddress, signal });
      await writeLines(lines, outgoing, { [protocolHeader]: String(protocol) });
      return RESPONSE_ALREADY_SENT;
    });
  }
  if (home) routes.get('/api/v1/home', async (context) => context.json(await home()));
  if (forgetPerson)
    routes.post('/api/v1/forget', async (context) =>
      context.json(await forget(await jsonOf(context.req), forgetPerson)),
    );
  routes.get('/api/v1/turns', (context) => context.json(listTurns(turns)));
  routes.get('/api/v1/turns/:id', (context) => context.json(oneTurn(context.req.param('id'), turns)));
  routes.get('/', async () => await answerStatusPage(await status()));
  routes.get('/metrics', async () => await metrics.answer(health()));
  routes.notFound(() =>
    toErrorResponse(new RequestError('REQUEST_NOT_FOUND', 'there is nothing at this address')),
  );
  routes.onError((error, context) => {
    const { code } = publicError(error);
    if (context.req.raw.signal.aborted) log.debug('the caller hung up', { code });
    else if (code === 'BUG') log.error('http request failed', { code, error });
    else log.debug('http request refused', { code, path: context.req.routePath });
    return toErrorResponse(error);
  });
  return routes;
}

const refuseLargeBody = (): never => {
  throw new RequestError('REQUEST_TOO_LARGE', `a request has at most ${maxBodyBytes} bytes`);
};

const limitStream = bodyLimit({ maxSize: maxBodyBytes, onError: refuseLargeBody });

/** A body that tells its length is read in one piece; counting it as a stream costs a turn a millisecond. */
const limitBody: MiddlewareHandler<Env> = async (context, next) => {
  const length = context.req.header('content-length');
  if (length === undefined || context.req.header('transfer-encoding') !== undefined)
    return await limitStream(context, next);
  if (Number(length) > maxBodyBytes) refuseLargeBody();
  await next();
};

async function jsonOf(request: { json(): Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new RequestError('REQUEST_INVALID', 'the body is no JSON', { cause });
  }
}
