/** Vacuums and mowers. */
import {
  plan,
  type Planned,
  slowStartDeadlineMs,
  supports,
  type Target,
  unable,
  unsupported,
} from './plan-action.ts';

/** Home Assistant's features of the two domains. */
const vacuumBits = { pause: 4, returnHome: 16, locate: 512, start: 8_192, cleanArea: 16_384 } as const;
const mowerBits = { start: 1, pause: 2, dock: 4 } as const;

type Drive = {
  readonly bit: number;
  readonly service: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly done: readonly string[];
  readonly passing?: string;
};

function drive({ bit, service, data = {}, done, passing }: Drive, target: Target): Planned {
  if (!supports(target, bit)) return unsupported;
  return plan(target, {
    service,
    data,
    proves: ({ state }) => done.includes(state),
    underway: ({ state }) => state === passing,
    deadlineMs: slowStartDeadlineMs,
  });
}

/** One that stands in its dock has nothing to pause. */
function pause(bit: number, target: Target): Planned {
  if (target.state?.state === 'docked') return unable({ why: 'not-now' });
  return drive({ bit, service: 'pause', done: ['paused', 'idle'] }, target);
}

export const startCleaning = (target: Target) =>
  drive({ bit: vacuumBits.start, service: 'start', done: ['cleaning'] }, target);

export const pauseCleaning = (target: Target) => pause(vacuumBits.pause, target);

export const returnToBase = (target: Target) =>
  drive(
    {
      bit: vacuumBits.returnHome,
      service: 'return_to_base',
      done: ['docked'],
      passing: 'returning',
    },
    target,
  );

/** The areas are the home's; the robot was told which of its rooms they are. */
export function cleanAreas(areaIds: readonly string[], target: Target): Planned {
  const planned = drive(
    {
      bit: vacuumBits.cleanArea,
      service: 'clean_area',
      data: { cleaning_area_id: areaIds },
      done: ['cleaning'],
    },
    target,
  );
  if (planned.kind !== 'action' || target.state?.state !== 'cleaning') return planned;
  // It cleans already, elsewhere perhaps: its state can not show that it has turned to these rooms.
  return { ...planned, action: { ...planned.action, proves: () => false, isProvenByReply: true } };
}

/** It makes a sound; no state shows that. */
export function locate(target: Target): Planned {
  if (!supports(target, vacuumBits.locate)) return unsupported;
  return plan(target, { service: 'locate', proves: () => false, isProvenByReply: true });
}

export const startMowing = (target: Target) =>
  drive({ bit: mowerBits.start, service: 'start_mowing', done: ['mowing'] }, target);

export const pauseMowing = (target: Target) => pause(mowerBits.pause, target);

export const dock = (target: Target) =>
  drive({ bit: mowerBits.dock, service: 'dock', done: ['docked'], passing: 'returning' }, target);
