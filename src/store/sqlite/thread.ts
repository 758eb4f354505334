/** The program's end of the store's thread: one request in, its answer out. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compiledBeside } from '../../core/built-files.ts';
import { BugError, StoreError, toError } from '../../core/errors.ts';
import {
  type Durability,
  type SqlRows,
  type SqlValue,
  type StoreAnswer,
  storeAnswer,
  type StoreRequest,
} from './messages.ts';

/** Far more than the turns that can run at once; a disk that hangs must not fill the memory. */
const maxWaiting = 1_000;

type Answered = Exclude<StoreAnswer, { kind: 'failed' }>;
type Waiting = { readonly resolve: (answer: Answered) => void; readonly reject: (error: Error) => void };

export class SqliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #failure: StoreError | undefined;

  /** The file is made when it is not there; what is wrong with it shows at the first statement. */
  constructor(path: string) {
    this.#worker = new Worker(compiledBeside('worker.js', import.meta.url), {
      workerData: { path },
      execArgv: [],
      // Rows come and go one by one: a small nursery is enough.
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    this.#worker.on('message', (message: unknown) => this.#settle(message));
    this.#worker.on('error', (error) => this.#fail(toError(error).message));
    this.#worker.on('exit', () => this.#fail('the store is closed'));
    // A program that ends without closing the store loses nothing: what was answered is written.
    this.#worker.unref();
  }

  /** @throws StoreError `STORE_FAILED` */
  async run(sql: string, parameters: readonly SqlValue[], durability: Durability): Promise<SqlRows> {
    const answer = await this.#ask((id) => ({
      kind: 'sql',
      id,
      sql,
      parameters: [...parameters],
      durability,
    }));
    if (answer.kind !== 'rows') throw new BugError('BUG', 'the store answered something else');
    return answer;
  }

  /** Takes the lock beside the file, or gives it back. True when this process holds it now. */
  async lease(isWanted: boolean): Promise<boolean> {
    const answer = await this.#ask((id) => ({ kind: 'lease', id, isWanted }));
    return answer.kind === 'lease' && answer.isHeld;
  }

  /** Requests that wait are answered first. */
  async close(): Promise<void> {
    if (this.#failure) return;
    const exited = once(this.#worker, 'exit');
    this.#worker.ref();
    this.#worker.postMessage('close');
    await exited;
  }

  async #ask(requestOf: (id: number) => StoreRequest): Promise<Answered> {
    if (this.#failure) throw this.#failure;
    if (this.#waiting.size >= maxWaiting)
      throw new StoreError('STORE_FAILED', 'the store does not keep up', { retryable: true });
    const id = (this.#lastId += 1);
    this.#worker.ref();
    try {
      return await new Promise<Answered>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        this.#worker.postMessage(requestOf(id));
      });
    } finally {
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#worker.unref();
    }
  }

  #settle(message: unknown): void {
    const answer = storeAnswer.parse(message);
    const waiting = this.#waiting.get(answer.id);
    if (answer.kind === 'failed') waiting?.reject(new StoreError('STORE_FAILED', answer.reason));
    else waiting?.resolve(answer);
  }

  #fail(reason: string): void {
    this.#failure ??= new StoreError('STORE_FAILED', reason);
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
  }
}
