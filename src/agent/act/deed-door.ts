/** Deeds that other programs carry out pass the same rules, limit and record as services of the home. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { Speaker } from '../speaker.ts';
import { actionOf, askerOf } from './audited.ts';
import type { Deed } from './deed.ts';
import type { Guard } from './guard.ts';
import type { Origin } from './origin.ts';
import { type Denial, denialName } from './verdict.ts';

type Asked = { readonly speaker: Speaker; readonly origin: Origin; readonly model: HomeModel };

export type DeedDoor = {
  /** Null when it may be done now, and that is on record; else why not. */
  open(deed: Extract<Deed, { readonly do: 'outside' }>, asked: Asked): Promise<Denial | null>;
};

/** What another program does can not be seen: it is of the risk class `unseen`. */
export function createDeedDoor({ permission, rate, audit }: Guard): DeedDoor {
  return {
    open: async ({ server, tool }, { speaker, origin, model }) => {
      const service = `outside.${server}.${tool}`;
      const subject = { domain: 'outside', service, entityId: null, areaId: null, risk: 'unseen' } as const;
      const denial =
        permission([subject], { speaker, origin }, model) ??
        (rate.take(speaker, 1) ? null : ({ by: 'rate' } as const));
      const event = denial
        ? ({ kind: 'refused', why: denialName(denial) } as const)
        : ({ kind: 'sent' } as const);
      await audit.record([{ ...askerOf({ speaker, origin }), action: actionOf(service, []), event }]);
      return denial;
    },
  };
}
