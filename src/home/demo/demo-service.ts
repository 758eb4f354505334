/** One action of the demo home. */
import type * as z from 'zod';
import type { DemoEntity } from './demo-entity.ts';
import type { World } from './world.ts';

type Data = Readonly<Record<string, unknown>>;

export type DemoService = {
  readonly fields: z.ZodType<Record<string, unknown>>;
  /** Feature bits of which the entity must have one. */
  readonly needs?: number;
  /** What happens in the home itself; absent: the device gets the command. */
  readonly act?: (world: World, entity: DemoEntity, data: Data) => void;
  /** Answers with data instead of acting; refused unless data are asked for. */
  readonly answer?: (world: World, entity: DemoEntity, data: Data) => unknown;
};
