/** Tool calls as OpenAI and its heirs stream them, put together from their pieces. */
import type { AnswerPart, ToolCall } from '../../../agent/ports/language-model.ts';
import { joinInput, parseInput } from '../call-input.ts';
import { madeCallId } from '../made-call-id.ts';
import type { Subject } from '../subject.ts';

/** Loose: some servers leave out the index, the id or the type. */
type CallPiece = {
  readonly index?: number;
  readonly id?: string;
  readonly function?: { readonly name?: string; readonly arguments?: string };
};

type OpenCall = { readonly index: number; readonly id: string; readonly name: string; json: string };

export class OpenaiCalls {
  readonly #subject: Subject;
  #open: OpenCall | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** Gives the call before when a new one begins. Calls come one after the other, whatever their index says. */
  *add({ index, id, function: called }: CallPiece): Generator<AnswerPart, void> {
    const json = called?.arguments ?? '';
    if (this.#isNew(index, id, called?.name)) {
      yield* this.end();
      const begun = { index: index ?? 0, id: id || madeCallId(), name: called?.name ?? '' };
      this.#open = { ...begun, json: joinInput(this.#subject, '', json) };
    } else if (this.#open) this.#open.json = joinInput(this.#subject, this.#open.json, json);
  }

  /** Gives the call that is open, if any. */
  *end(): Generator<AnswerPart, void> {
    if (!this.#open) return;
    const { id, name, json } = this.#open;
    this.#open = undefined;
    const call: ToolCall = { id, name, input: parseInput(json) };
    yield { kind: 'call', call };
  }

  /** Some servers count every parallel call as the first, some repeat id and name with each piece. */
  #isNew(index: number | undefined, id: string | undefined, name: string | undefined): boolean {
    const open = this.#open;
    if (!open) return true;
    if (index !== undefined && index !== open.index) return true;
    return Boolean(id) && id !== open.id && Boolean(name);
  }
}
