import type { Change } from '../agent.ts';

/** True when the home was asked for a change: the device may not be as it was before. */
export function wasSent({ proof }: Pick<Change, 'proof'>): boolean {
  return proof === 'proven' || proof === 'started' || proof === 'sent';
}
