/**
 * Steps that several tools want at the same time, carried out in the order of the calls once every tool has said
 * what it wants: eight lamps in eight calls are as many as eight in one.
 */
import { BugError } from '../../core/errors.ts';
import type { Answer } from '../dialogue/answer.ts';
import type { OwnStep } from '../dialogue/resolve.ts';

type Waiting = {
  readonly place: number;
  readonly step: OwnStep;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

export type CarryOutAll = (steps: readonly OwnStep[]) => Promise<readonly Answer[]>;

export class Together {
  readonly #carryOutAll: CarryOutAll;
  #waiting: Waiting[] = [];
  #runningCount = 0;

  constructor(carryOutAll: CarryOutAll) {
    this.#carryOutAll = carryOutAll;
  }

  /** Runs the tools side by side; each gets the function by which it has a step done. */
  async run<T>(
    tools: readonly ((carryOut: (step: OwnStep) => Promise<Answer>) => Promise<T>)[],
  ): Promise<readonly T[]> {
    this.#runningCount += tools.length;
    return await Promise.all(
      tools.map(async (tool, place) => {
        try {
          return await tool((step) => this.#wait(place, step));
        } finally {
          this.#runningCount -= 1;
          this.#release();
        }
      }),
    );
  }

  async #wait(place: number, step: OwnStep): Promise<Answer> {
    return await new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ place, step, resolve, reject });
      this.#release();
    });
  }

  #release(): void {
    if (this.#waiting.length === 0 || this.#waiting.length < this.#runningCount) return;
    const batch = this.#waiting.toSorted((one, other) => one.place - other.place);
    this.#waiting = [];
    void this.#carryOut(batch);
  }

  /** Never rejects: those who wait get what went wrong. */
  async #carryOut(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#carryOutAll(batch.map(({ step }) => step));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer) resolve(answer);
        else reject(new BugError('BUG', 'a step was carried out without an answer'));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
