/**
 * What the program and its engine host say to each other. Both ends are one build: the types are the schema.
 * Ids of calls are taken from a free list per engine and used again after the call's `end` or `error`, so that an
 * id is also the place of the call's cancellation flag in shared memory.
 */
import type { LogFields, Logger } from '../core/log.ts';
import type { EngineSpec } from './spec.ts';
import type { WireError } from './wire-error.ts';

/** Calls at once per engine, waiting ones included; the services' own limits are far below. */
export const maxCalls = 1_024;
/** Values on their way in each direction of a call: 32 frames of 80 ms are 2.5 s of audio. */
export const streamWindow = 32;
/** Credit is given back in lumps, so that few messages carry it. */
export const creditLump = 8;

/** To one engine in the host. */
export type CallMessage =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: string;
      readonly args: unknown;
      readonly hasInput: boolean;
    }
  | { readonly type: 'input'; readonly id: number; readonly value: unknown }
  | { readonly type: 'input-end'; readonly id: number }
  /** So many outputs more may be sent. */
  | { readonly type: 'credit'; readonly id: number; readonly count: number }
  | { readonly type: 'cancel'; readonly id: number };

/** From one engine in the host. */
export type CallReply =
  /** So many inputs more may be sent. */
  | { readonly type: 'pull'; readonly id: number; readonly count: number }
  | { readonly type: 'output'; readonly id: number; readonly value: unknown }
  | { readonly type: 'end'; readonly id: number }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError };

/** An engine's own life. */
export type EngineNotice =
  /** About to load a model into native code; it waits for `go`, so that a crash can be told to be the model's. */
  | { readonly type: 'model-loading'; readonly modelId: string }
  | { readonly type: 'model-loaded'; readonly modelId: string }
  /** The engine can be called; the description depends on the kind. */
  | { readonly type: 'ready'; readonly description: unknown }
  | { readonly type: 'failed'; readonly error: WireError }
  | { readonly type: 'log'; readonly level: LogLevel; readonly message: string; readonly fields: LogFields };

export type LogLevel = Exclude<keyof Logger, 'child'>;

export type WorkerInbox =
  | CallMessage
  | { readonly type: 'go'; readonly modelId: string }
  | { readonly type: 'close' };
export type WorkerOutbox = CallReply | EngineNotice;

/** What a worker thread starts with. */
export type WorkerStart = {
  readonly spec: EngineSpec;
  /** Module that exports `createEngine`. */
  readonly creatorUrl: string;
  /** One byte per call id, 1 when the call is cancelled; written by the host's own thread. */
  readonly flags: Uint8Array;
};

/** Program → host. `engine` numbers one construction of an engine. */
export type HostInbox =
  | {
      readonly type: 'load';
      readonly engine: number;
      readonly spec: EngineSpec;
      readonly creatorUrl: string;
    }
  /** Frees the engine after its running calls; the host ends when `close` freed all. */
  | { readonly type: 'unload'; readonly engine: number }
  | { readonly type: 'close' }
  | { readonly type: 'to-engine'; readonly engine: number; readonly message: WorkerInbox };

/** Host → program. */
export type HostOutbox = { readonly engine: number; readonly message: WorkerOutbox };
