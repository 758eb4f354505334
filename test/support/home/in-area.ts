/** Devices of a made-up home, room by room. */
import type { DemoEntity } from '../../../src/home/demo/demo-entity.ts';

type Attributes = NonNullable<DemoEntity['attributes']>;

/** What stands in one area, or in none; `more`: aliases and the like. */
export const inArea =
  (area: string | null) =>
  (
    id: string,
    name: string,
    state: string,
    attributes: Attributes = {},
    more: Partial<DemoEntity> = {},
  ): DemoEntity => ({ id, name, area, state, attributes, ...more });
