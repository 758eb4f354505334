/** What the policy says of an action. */
import type { ReadyMade } from './roles.ts';

/** What a yes has to cover; `pin`: a yes is not enough, it takes the code. */
export type ConfirmReason = 'less-safe' | 'many-devices' | 'pin';

/**
 * Why a yes would not count: `connection` names nobody (Wyoming has no password), `satellite` is one that the
 * household let confirm nothing, `conversation` has no way back to the question.
 */
export type NoConfirmation = 'connection' | 'satellite' | 'conversation';

/** Why it is not done for whoever asks: what a reply and the record tell. */
export type Denial =
  /** The role of the person or of the satellite does not cover it. */
  | { readonly by: 'role'; readonly role: ReadyMade | 'other' }
  /** Nobody may on this way. */
  | { readonly by: 'path' }
  /** This source had too much done within a minute. */
  | { readonly by: 'rate' };

/** As it stands on record. */
export const denialName = (denial: Denial): string =>
  denial.by === 'role' ? `role ${denial.role}` : denial.by;

export type Verdict =
  | { readonly kind: 'allowed' }
  /** Only after a yes, or the code, of this speaker that covers all the reasons. */
  | { readonly kind: 'confirm'; readonly reasons: readonly ConfirmReason[] }
  | {
      readonly kind: 'refused';
      readonly reasons: readonly ConfirmReason[];
      readonly because: NoConfirmation;
    }
  /** Not for this speaker, or not on this way, whatever is said. */
  | { readonly kind: 'denied'; readonly denial: Denial };
