/** What became of a wish, device by device. */
import type { ActionResult } from '../../home/call.ts';
import type { Entity, EntityState } from '../../home/model/home-model.ts';
import type { Change } from '../agent.ts';
import type { Wish } from '../understand/plan.ts';
import type { Unable } from './actions/plan-action.ts';
import type { ConfirmReason, Denial, NoConfirmation } from './verdict.ts';

/** A change with what a reply needs to tell the truth about it, and what a later turn needs to take it back. */
export type Outcome = Change & {
  readonly entity: Entity;
  /** Why it was refused or failed. */
  readonly why?:
    | ConfirmReason
    | 'not-permitted'
    | 'not-asked'
    | 'unable'
    | 'unavailable'
    | 'disconnected'
    | 'refused-by-home';
  /** With `unable`: what the device has not got. */
  readonly unable?: Unable;
  /** Of a relative wish: the figure it came to for this device. */
  readonly cameTo?: Wish;
  /** With `refused`: what a yes of this speaker has to cover, so that it may be done after all. */
  readonly confirmable?: readonly ConfirmReason[];
  /** With `refused`: why a yes would not count. */
  readonly because?: NoConfirmation;
  /** With `not-permitted`: what forbids it, whatever is said. */
  readonly denial?: Denial;
  /** The state before, where something was sent. */
  readonly was?: EntityState;
  /** With `started` and `sent`: settles when the action has ended. */
  readonly follow?: NonNullable<ActionResult['follow']>;
};
