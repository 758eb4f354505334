/** Sends one scripted answer piece by piece, at its pace and with its fault. */
import type { ServerResponse } from 'node:http';
import { abortable, sleep } from '../../../core/abort.ts';
import { type Reply, type StreamFault, type WirePiece, wirePieces } from './script.ts';
import type { Wire, WireStream } from './wire.ts';

export type Pace = { readonly firstMs: number; readonly pieceMs: number };

export type PlayOptions = {
  readonly wire: Wire;
  readonly model: string;
  readonly pace: Pace;
  /** Told of each piece right before its bytes are written. */
  readonly onPiece: (piece: WirePiece) => void;
  /** Aborts when the client hangs up. */
  readonly signal: AbortSignal;
};

export type ReplyEnd = 'whole' | 'broken';

const defaultTokens = { input: 120, cached: 0, output: 12 };

/** @throws the signal's reason when the client hangs up meanwhile. */
export async function playReply(
  reply: Reply,
  response: ServerResponse,
  options: PlayOptions,
): Promise<ReplyEnd> {
  const { wire, model, pace, onPiece, signal } = options;
  const { end = 'finished', tokens = defaultTokens, fault } = reply;
  const pieces = wirePieces(reply.pieces);
  const stream = wire.begin(model);
  await sleep(reply.firstMs ?? pace.firstMs, signal);
  response.writeHead(200, { 'content-type': wire.contentType });
  // Ollama sends its head with the first piece, the others with a beginning of their own.
  const start = stream.start(tokens);
  if (start !== '') await send(response, start, signal);
  const pieceMs = reply.pieceMs ?? pace.pieceMs;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && pieceMs > 0) await sleep(pieceMs, signal);
    if (fault?.after === index && (await fail(fault.kind, stream, response, signal))) return 'broken';
    onPiece(piece);
    await send(response, stream.piece(piece), signal);
  }
  const isLate = fault !== undefined && fault.after >= pieces.length;
  if (isLate && (await fail(fault.kind, stream, response, signal))) return 'broken';
  await send(response, stream.end(end, tokens), signal);
  response.end();
  return 'whole';
}

/** True when nothing may follow. */
async function fail(
  kind: StreamFault,
  stream: WireStream,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<boolean> {
  switch (kind) {
    case 'garbage':
      await send(response, stream.garbage(), signal);
      return false;
    case 'error':
      await send(response, stream.error(), signal);
      response.end();
      return true;
    case 'ended':
      response.end();
      return true;
    case 'cut':
      // What was sent before has to arrive.
      response.flushHeaders();
      await sleep(cutPauseMs, signal);
      response.socket?.destroy();
      return true;
    case 'hang':
      response.flushHeaders();
      await new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      return true;
  }
}

/** So that the bytes before a cut are read before the connection is gone. */
const cutPauseMs = 10;

/** Settles when the bytes went to the socket. */
async function send(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await abortable(new Promise<void>((resolve) => void response.write(text, () => resolve())), signal);
}
