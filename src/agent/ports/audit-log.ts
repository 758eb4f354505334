/** The record of what was done and refused. Append-only; no speech, no secrets. */
import type { Channel, TurnOutcome } from '../agent.ts';

/** Who asked, and how. */
export type AuditAsker = {
  readonly turnId: string;
  readonly path: TurnOutcome['path'];
  readonly channel: Channel;
  /** Home Assistant's user id. */
  readonly userId: string | null;
  /** Entity id. */
  readonly satelliteId: string | null;
  readonly deviceId: string | null;
};

/** One service call, on however many devices. */
export type AuditAction = {
  /** Shared by what is recorded of the same action. */
  readonly id: string;
  /** In full, `light.turn_on`. */
  readonly service: string;
  readonly entityIds: readonly string[];
  /** Figures and modes; free words and codes are left out. */
  readonly data: Readonly<Record<string, AuditValue>>;
};

export type AuditValue = string | number | boolean | null | readonly number[];

export type AuditEvent =
  /** It is being sent. */
  | { readonly kind: 'sent' }
  /** What became of it, by entity id: a `Proof`; of what Home Assistant or a satellite does by itself, its word. */
  | { readonly kind: 'ended'; readonly proofs: Readonly<Record<string, string>> }
  /** It was not sent: `confirm` and `pin` were asked for, or why nobody can give them; else what forbids it. */
  | { readonly kind: 'refused'; readonly why: string };

export type AuditEntry = AuditAsker & { readonly action: AuditAction; readonly event: AuditEvent };

export type AuditLog = {
  /**
   * Settles when the entries outlive a power cut. Never rejects: a house whose disk is full still wants its light;
   * what could not be written is logged and told by the health of the program.
   */
  record(entries: readonly AuditEntry[]): Promise<void>;
  /** The same, some moments later: for what no reply waits for. */
  recordLater(entries: readonly AuditEntry[]): void;
};

/** Keeps nothing. */
export const noAudit: AuditLog = { record: async () => undefined, recordLater: () => undefined };
