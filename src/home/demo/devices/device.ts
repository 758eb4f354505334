/** What a demo device is: a pure function from a command to the states it will report, each after its own time. */
import type { EntityState } from '../../model/home-model.ts';

export type DemoState = Pick<EntityState, 'state' | 'attributes'>;

/** A state that is reported this long after the command. */
export type Step = { readonly afterMs: number; readonly next: DemoState };

export type DeviceCommand = {
  readonly service: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export type Random = () => number;
export type Device = (current: DemoState, command: DeviceCommand, random: Random) => readonly Step[];

/** Radio and device together, as people see it with Zigbee lamps. */
export const radioMs = [80, 250] as const;

export function between(random: Random, [fromMs, toMs]: readonly [number, number]): number {
  return Math.round(fromMs + random() * (toMs - fromMs));
}

export function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

export function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

/** One report after the radio's time. */
export function answer(random: Random, next: DemoState): readonly Step[] {
  return [{ afterMs: between(random, radioMs), next }];
}
