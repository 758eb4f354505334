/** What a stand-in of a language model's provider is told to answer; one way of saying it for all three APIs. */
import type { Message, ToolDescription } from '../../../agent/ports/language-model.ts';

export type ProviderKind = 'ollama' | 'anthropic' | 'openai';

/** A request for an answer as it came over the wire, validated, in words that no provider owns. */
export type SeenRequest = {
  readonly model: string;
  /** All system text, parts joined by an empty line. */
  readonly system: string;
  readonly messages: readonly Message[];
  readonly tools: readonly ToolDescription[];
  readonly maxTokens: number | null;
  /** How many marks of its cache the request sets; 0 where the API has none. */
  readonly cacheMarks: number;
  /** As it came, for what is not in the fields above. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/**
 * A string is sent word by word, as models do; `{ text }` in one piece; several calls of one reply are parallel
 * calls. A thought goes out the way the API marks it.
 */
export type Piece =
  | string
  | { readonly text: string }
  | { readonly thought: string }
  | { readonly call: string; readonly input: unknown };

export type Reply = {
  readonly pieces: readonly Piece[];
  readonly end?: 'finished' | 'length' | 'refused';
  readonly tokens?: { readonly input: number; readonly cached: number; readonly output: number };
  /** Before the first byte; absent: that of the server. */
  readonly firstMs?: number;
  /** Before every further piece; absent: that of the server. */
  readonly pieceMs?: number;
  /** What goes wrong when so many pieces were sent; a word counts as one. */
  readonly fault?: { readonly after: number; readonly kind: StreamFault };
};

/**
 * `cut`: the connection breaks. `ended`: it ends in good order, without the API's own end. `hang`: nothing more
 * comes. `garbage`: a line that can not be read comes, then the rest. `error`: the API's own error in a stream.
 */
export type StreamFault = 'cut' | 'ended' | 'hang' | 'garbage' | 'error';

/**
 * The answer of an API that does not want to: `key` 401, `model` 404, `limit` 429, `overload` 503 (529 at
 * Anthropic), `too-long` 400, `page` a web page of some other server, `hang` no answer at all.
 */
export type Refusal = {
  readonly refuse: 'key' | 'model' | 'limit' | 'overload' | 'too-long' | 'page' | 'hang';
  readonly retryAfterS?: number;
};

export type ScriptTurn = string | readonly Piece[] | Reply | Refusal;

/**
 * One turn per request in their order, or made from the request (`index` counts from 0). A request that has no
 * turn is a problem of the test: it is recorded and answered with an error.
 */
export type Script =
  | readonly ScriptTurn[]
  | ((request: SeenRequest, index: number) => ScriptTurn | undefined | Promise<ScriptTurn | undefined>);

export async function nextTurn(
  script: Script,
  request: SeenRequest,
  index: number,
): Promise<Reply | Refusal | undefined> {
  const turn = typeof script === 'function' ? await script(request, index) : script[index];
  if (turn === undefined) return undefined;
  if (typeof turn === 'string') return { pieces: [turn] };
  return 'pieces' in turn || 'refuse' in turn ? turn : { pieces: turn };
}

/** A piece as it goes over the wire in one go. */
export type WirePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thought'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly input: unknown };

export function wirePieces(pieces: readonly Piece[]): readonly WirePiece[] {
  return pieces.flatMap((piece): WirePiece[] => {
    if (typeof piece === 'string') return words(piece).map((text) => ({ kind: 'text', text }));
    if ('text' in piece) return [{ kind: 'text', text: piece.text }];
    if ('thought' in piece) return words(piece.thought).map((text) => ({ kind: 'thought', text }));
    return [{ kind: 'call', name: piece.call, input: piece.input }];
  });
}

/** With the space behind each, so that joined they are the text again. */
const words = (text: string): readonly string[] => text.match(/^\s+|\S+\s*/gu) ?? [];

/** Text of all results of tools in the newest message: for scripts that answer what a tool said. */
export function toolResults({ messages }: SeenRequest): readonly string[] {
  const last = messages.at(-1);
  return last?.from === 'tools' ? last.results.map(({ content }) => content) : [];
}

/** The newest sentence of the person. */
export function lastSaid({ messages }: SeenRequest): string {
  return messages.findLast((message) => message.from === 'person')?.text ?? '';
}
