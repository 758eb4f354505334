/** What a service is given to answer one request of one peer. */
import type { SendableEvent } from 'wyoming-ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/log.ts';
import type { ReportStage } from '../turns/stage-fact.ts';
import type { Inbox } from './inbox.ts';

export type Turn = {
  readonly inbox: Inbox;
  readonly send: (event: SendableEvent) => Promise<void>;
  /** Aborts when nobody waits for the answer any more, or there is no time left for it. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly log: Logger;
  readonly report: ReportStage;
  readonly connectionId: string;
  readonly remoteAddress: string;
};
