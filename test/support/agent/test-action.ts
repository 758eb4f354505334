/** One device with the attributes a test needs, asked for something. */
import { actionFor } from '../../../src/agent/act/actions/action-for.ts';
import type { Unable } from '../../../src/agent/act/actions/plan-action.ts';
import type { Wish } from '../../../src/agent/understand/plan.ts';
import type { Action } from '../../../src/home/call.ts';
import { capabilitiesOf } from '../../../src/home/model/capabilities.ts';
import type { Entity, EntityState } from '../../../src/home/model/home-model.ts';

type Attributes = Readonly<Record<string, unknown>>;

export const stateOf = (state: string, attributes: Attributes = {}): EntityState => ({
  state,
  attributes,
  lastChangedMs: 0,
});

export function entityOf(entityId: string, attributes: Attributes = {}): Entity {
  const domain = entityId.slice(0, entityId.indexOf('.'));
  return {
    entityId,
    domain,
    name: entityId,
    names: [entityId],
    areaId: null,
    deviceId: null,
    labelIds: [],
    deviceClass: null,
    capabilities: capabilitiesOf(domain, attributes),
    slot: 0,
  };
}

export function device(entityId: string, state: string, attributes: Attributes = {}, unit: 'C' | 'F' = 'C') {
  const entity = entityOf(entityId, attributes);
  const ask = (wish: Wish) => actionFor(wish, { entity, state: stateOf(state, attributes), unit });
  return {
    /** The action for a wish it can fulfil. */
    action: (wish: Wish): Action => {
      const planned = ask(wish);
      if (planned.kind === 'unable') throw new Error(`unable: ${planned.unable.why}`);
      return planned.action;
    },
    /** Service and data, as they would be sent. */
    call: (wish: Wish): readonly [string, Attributes] | Unable => {
      const planned = ask(wish);
      return planned.kind === 'unable'
        ? planned.unable
        : [`${planned.action.domain}.${planned.action.service}`, planned.action.data];
    },
    /** What a state that is reported afterwards says of the wish. */
    proof: (wish: Wish, after: string, changed: Attributes = {}): 'proven' | 'underway' | 'neither' => {
      const planned = ask(wish);
      if (planned.kind === 'unable') throw new Error(`unable: ${planned.unable.why}`);
      const reported = stateOf(after, { ...attributes, ...changed });
      if (planned.action.proves(reported)) return 'proven';
      return planned.action.underway(reported) ? 'underway' : 'neither';
    },
  };
}
