/** What the status page is made of. */
import type { StageName } from '../../turns/join-turns.ts';
import type { LanguageModelHealth, ServiceHealth } from '../health.ts';

export type StatusFacts = {
  /** Each enabled service by its name. */
  readonly services: Readonly<Record<string, ServiceFact>>;
  /** In the order in which they are asked. */
  readonly languageModels: readonly LanguageModelHealth[];
  readonly downloads: readonly DownloadFact[];
  /** Undefined: it can not be read. */
  readonly disk: DiskFact | undefined;
  /** How many entities are exposed to voice; undefined without a home that answers. */
  readonly exposedCount: number | undefined;
  /** No Home Assistant is configured. */
  readonly isDemo: boolean;
  /** Newest first. */
  readonly turns: readonly TurnFact[];
  /** Wall time, ms since the epoch. */
  readonly nowMs: number;
  /** IANA name of the home's; null: unknown. */
  readonly timeZone: string | null;
};

export type ServiceFact = ServiceHealth & {
  /** Why it is missing or failed, where more is known than a code. */
  readonly detail?: string;
  /** What it works with: models, wake phrases. */
  readonly uses?: readonly string[];
};

export type DownloadFact = {
  readonly id: string;
  readonly state: 'waiting' | 'downloading' | 'unpacking' | 'failed';
  readonly receivedBytes: number;
  readonly totalBytes: number | undefined;
  readonly reason?: string;
};

export type DiskFact = {
  readonly modelBytes: number;
  readonly replyBytes: number;
  readonly dataBytes: number;
  readonly freeBytes: number;
};

export type TurnFact = {
  /** Wall time of its end, ms since the epoch. */
  readonly endedAtMs: number;
  /** What a person waited for, stage by stage. */
  readonly waits: readonly { readonly stage: StageName; readonly tookMs: number }[];
  readonly result: TurnResult;
};

export type TurnResult =
  | { readonly kind: 'failed'; readonly stage: StageName; readonly code: string }
  /** How many devices there are of each proof; none for a question or small talk. */
  | {
      readonly kind: 'answered';
      readonly path: string | undefined;
      readonly proofs: Readonly<Record<string, number | undefined>>;
    }
  | { readonly kind: 'not-understood' | 'nothing-heard' | 'answered-elsewhere' }
  /** Stages by themselves, as a worker serves them. */
  | { readonly kind: 'heard' | 'woken' | 'spoken' };
