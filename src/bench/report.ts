/** What every table of `hearken bench` returns: printed as a table and written as JSON. */
import type { Config } from '../config/schema.ts';

export type BenchRow = {
  /** What was measured, e.g. `audio-stop → transcript, human commands`. */
  readonly metric: string;
  readonly value: number;
  /** e.g. `ms`, `%`, `events/s`, `×`. */
  readonly unit: string;
  /** Number of measurements behind the value. */
  readonly n: number;
  /** 95 % interval of the value, where one can be given. */
  readonly interval?: readonly [low: number, high: number];
  /** The bound it is held against, e.g. `≤ 15`. */
  readonly target?: string;
  /** Whether the bound holds; absent without a target. */
  readonly met?: boolean;
  /** The part could not be measured: the metric says why, and the command's exit code is not 0. */
  readonly isFailure?: boolean;
};

export type BenchReport = {
  readonly table: string;
  /** Ids of all models that took part, peers included. */
  readonly models: readonly string[];
  /** Conditions a reader must know, e.g. `peer: wyoming-faster-whisper 3.5.0, same model`. */
  readonly notes: readonly string[];
  readonly rows: readonly BenchRow[];
};

export type BenchOptions = {
  /** Directory of evaluation recordings with a `manifest.jsonl`. */
  readonly evalDir: string;
  /** Directories searched for models. */
  readonly modelDirs: readonly string[];
  /** A short run that only proves the bench works: CI's smoke. */
  readonly smoke: boolean;
  /** Directory with one Python environment per peer, `<dir>/<peer>/bin/python`; a missing one is an error. */
  readonly peersDir?: string;
  /** A Home Assistant to measure in; absent: one is booted. Recorded commands are really carried out there. */
  readonly ha?: { readonly url: string; readonly token: string };
  /** Table `agent` with these language models instead of our grammar. */
  readonly llm?: Config['llm'];
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
};

/** One table: a file of its name, in a folder of that name where it has more than one. */
export type BenchTable = {
  readonly name: string;
  readonly description: string;
  readonly run: (options: BenchOptions) => Promise<BenchReport>;
};
