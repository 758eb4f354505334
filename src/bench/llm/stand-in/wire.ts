/** What a stand-in has to know of one API: the requests it takes and the bytes it sends. */
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Message, TokenCount } from '../../../agent/ports/language-model.ts';
import { RequestError } from '../../../core/errors.ts';
import { splitSituation } from '../../../engines/llm/situation.ts';
import type { ProviderKind, Refusal, Reply, SeenRequest, WirePiece } from './script.ts';

export type Wire = {
  readonly kind: ProviderKind;
  /** Path of the request that asks for an answer. */
  readonly answerPath: string;
  readonly contentType: string;
  /** The key that came, undefined for none. */
  keyOf(headers: IncomingHttpHeaders): string | undefined;
  /** What else the API has that the program uses: lists of models, versions. Undefined: no such place. */
  lookup(request: WireLookup, models: readonly StandInModel[]): WireReply | undefined;
  /** @throws RequestError for a request the real API, or this program's use of it, would not have. */
  read(body: unknown, headers: IncomingHttpHeaders): Omit<SeenRequest, 'headers' | 'body'>;
  /** The answer to a request that is none for words, as one that only loads the model. */
  silent?(body: unknown, models: readonly StandInModel[]): WireReply | undefined;
  begin(model: string): WireStream;
  refusal(why: WireRefusal, model: string): WireReply;
};

export type WireLookup = { readonly method: string; readonly path: string; readonly body: unknown };

export type WireRefusal = Exclude<Refusal['refuse'], 'page' | 'hang'> | 'invalid' | 'no-tools' | 'unscripted';

export type WireReply = { readonly status: number; readonly body: unknown };

export type StandInModel = {
  readonly name: string;
  /** As the API tells it, where it does; absent: it does not tell. */
  readonly contextTokens?: number;
  /** Absent: it can call tools. */
  readonly hasTools?: boolean;
  /** Whether it thinks before it speaks, and can be kept from it; only Anthropic tells. Absent: it does not think. */
  readonly thinks?: 'optionally' | 'always';
};

/** One answer; every function returns the bytes to send. */
export type WireStream = {
  start(tokens: TokenCount): string;
  piece(piece: WirePiece): string;
  /** As the API tells a failure when it has begun to answer. */
  error(): string;
  /** A line no reader of this API understands. */
  garbage(): string;
  end(why: NonNullable<Reply['end']>, tokens: TokenCount): string;
};

/** @throws RequestError naming the first thing that is wrong. */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RequestError('REQUEST_INVALID', z.prettifyError(parsed.error));
}

export function sse(data: unknown, event?: string): string {
  const head = event === undefined ? '' : `event: ${event}\n`;
  return `${head}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** The input of a tool as it is streamed, in pieces of some letters. */
export const jsonPieces = (input: unknown): readonly string[] =>
  JSON.stringify(input).match(/.{1,12}/gsu) ?? [];

let callCount = 0;
/** Unique in this process. */
export const nextCallId = (prefix: string): string =>
  `${prefix}_${String((callCount += 1)).padStart(6, '0')}`;

export function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;
}

/** The program sends the situation of a turn with the newest words of the person; here it belongs to the system's text. */
export function liftSituation(
  systemTexts: readonly string[],
  messages: readonly Message[],
): { readonly system: string; readonly messages: readonly Message[] } {
  const texts = [...systemTexts];
  const lifted = messages.map((message): Message => {
    if (message.from !== 'person') return message;
    const { situation, said } = splitSituation(message.text);
    if (situation !== '') texts.push(situation);
    return { from: 'person', text: said };
  });
  return { system: texts.join('\n\n'), messages: lifted };
}
