/** Scenes, scripts and buttons: nothing moves but what they call. */
import type { DemoEntity } from './demo-entity.ts';
import type { World } from './world.ts';

/** How long a script of a few calls is seen running. */
const scriptMs = 200;

/** A scene's state is when it was last set. */
export function setScene(world: World, entity: DemoEntity): void {
  callAll(world, entity);
  world.report(entity.id, stamped(world, entity));
}

export function runScript(world: World, entity: DemoEntity): void {
  const attributes = {
    ...world.states.get(entity.id)?.attributes,
    last_triggered: new Date().toISOString(),
  };
  world.report(entity.id, { state: 'on', attributes });
  callAll(world, entity);
  world.reportLater(entity.id, scriptMs, { state: 'off', attributes });
}

/** A button's state is when it was last pressed. */
export function press(world: World, entity: DemoEntity): void {
  world.report(entity.id, stamped(world, entity));
}

function callAll(world: World, { calls = [] }: DemoEntity): void {
  for (const { service, entityIds, data = {} } of calls) {
    for (const entityId of entityIds) world.command(entityId, { service, data });
  }
}

function stamped(world: World, { id }: DemoEntity) {
  return { state: new Date().toISOString(), attributes: world.states.get(id)?.attributes ?? {} };
}
