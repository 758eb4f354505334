/** Waiting for a state of one entity. */
import { abortable } from '../core/abort.ts';
import { stateOf } from './model/home-model.ts';
import type { EntityState, HomeModel } from './model/home-model.ts';
import type { ModelKeeper } from './model/model-keeper.ts';

/** Settles with the first state, now or later, that the predicate accepts; rejects with the signal's reason. */
export async function waitForState(
  keeper: ModelKeeper,
  entityId: string,
  accepts: (state: EntityState) => boolean,
  signal: AbortSignal,
): Promise<EntityState> {
  let leave: () => void = () => undefined;
  const seen = new Promise<EntityState>((resolve) => {
    const look = (model: HomeModel) => {
      const state = stateOf(model, entityId);
      if (state && accepts(state)) resolve(state);
    };
    leave = keeper.watch(look);
    look(keeper.model);
  });
  try {
    return await abortable(seen, signal);
  } finally {
    leave();
  }
}
