import { describe, expect, it } from 'vitest';
import { stepsOfIntent } from '../../../../src/agent/home-assistant/steps-of-intent.ts';
import type { Step } from '../../../../src/agent/understand/plan.ts';
import type { SentenceReading } from '../../../../src/home/model/sentence-reading.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

type Read = Extract<SentenceReading, { readonly kind: 'intent' }>;

const model = demoModel();
const slotsOf = (slots: Readonly<Record<string, unknown>>) =>
  new Map(Object.entries(slots).map(([name, value]) => [name, { value, text: '' }]));

function read(intent: string, slots: Readonly<Record<string, unknown>> = {}, more: Partial<Read> = {}): Read {
  return {
    kind: 'intent',
    intent,
    source: 'builtin',
    template: '',
    slots: slotsOf(slots),
    targets: [],
    ...more,
  };
}

const steps = (reading: Parameters<typeof stepsOfIntent>[0], areaId: string | null = null) =>
  stepsOfIntent(reading, { model, areaId, lastEntityIds: [] });

/** What is done with which devices. */
const acts = (found: readonly Step[] | undefined) =>
  (found ?? []).map((step) =>
    step.kind === 'act' ? { wish: step.wish, ids: step.entities.map(({ entityId }) => entityId) } : step.kind,
  );
const on = (...entityIds: readonly string[]) => ({
  targets: entityIds.map((entityId) => ({ entityId, matched: true })),
});

describe('stepsOfIntent', () => {
  it('turns a named device on', () => {
    expect(acts(steps(read('HassTurnOn', { name: 'Desk Lamp' })))).toEqual([
      { wish: { do: 'turn_on' }, ids: ['light.desk_lamp'] },
    ]);
  });

  it('locks a lock that is turned on, unlocks one that is turned off, and moves covers', () => {
    const wishOf = (intent: string, name: string) => acts(steps(read(intent, { name })))[0];
    expect(wishOf('HassTurnOn', 'Front Door')).toMatchObject({ wish: { do: 'lock' } });
    expect(wishOf('HassTurnOff', 'Front Door')).toMatchObject({ wish: { do: 'unlock' } });
    expect(wishOf('HassTurnOn', 'Garage Door')).toMatchObject({ wish: { do: 'open' } });
    expect(wishOf('HassTurnOff', 'Garage Door')).toMatchObject({ wish: { do: 'close' } });
  });

  it('means all of a kind in the room, and only there', () => {
    const found = steps(read('HassTurnOff', { domain: 'light', area: 'Kitchen' }));
    expect(acts(found)).toEqual([
      { wish: { do: 'turn_off' }, ids: ['light.kitchen_ceiling', 'light.kitchen_counter'] },
    ]);
    expect(found?.[0]).toMatchObject({
      about: { by: 'class', className: 'light', place: { id: 'kitchen' } },
    });
  });

  it('never touches more than Home Assistant would', () => {
    const reading = read('HassTurnOff', { domain: 'light', area: 'Kitchen' }, on('light.kitchen_counter'));
    expect(acts(steps(reading))).toMatchObject([{ ids: ['light.kitchen_counter'] }]);
  });

  it('asks for the room where only a room is missing', () => {
    const partly = {
      kind: 'partly',
      intent: 'HassTurnOn',
      slots: slotsOf({ domain: 'light' }),
      unknown: new Map(),
    } as const;
    expect(steps(partly)).toMatchObject([
      { kind: 'unlinked', why: { kind: 'no-place', className: 'light' }, wish: { do: 'turn_on' } },
    ]);
  });

  it('means the whole home where a sentence without a room is whole', () => {
    const [everywhere] = acts(steps(read('HassTurnOff', { domain: 'light' })));
    const lights = [...model.entities.values()].filter(({ domain }) => domain === 'light');
    expect(everywhere).toMatchObject({ ids: lights.map(({ entityId }) => entityId) });
  });

  it('does not know a device that voice may not see', () => {
    expect(steps(read('HassTurnOn', { name: 'Server Rack' }))).toMatchObject([
      { kind: 'unlinked', why: { kind: 'unknown-name', said: 'server rack' } },
    ]);
  });

  it('sets each thing that one sentence asks of a light', () => {
    const found = steps(read('HassLightSet', { name: 'Bed Light', brightness: 25, color: 'red' }));
    expect(acts(found)).toEqual([
      { wish: { do: 'set_brightness', percent: 25 }, ids: ['light.bed_light'] },
      { wish: { do: 'set_color', color: 'red' }, ids: ['light.bed_light'] },
    ]);
  });

  it('reads numbers and steps', () => {
    const wish = (intent: string, slots: Readonly<Record<string, unknown>>, area?: string) =>
      acts(steps(read(intent, slots), area ?? null))[0];
    const players = { area: 'Living Room' };
    expect(wish('HassSetVolumeRelative', { ...players, volume_step: 'down' })).toMatchObject({
      wish: { do: 'change_volume', byPercent: expect.any(Number) },
    });
    expect(wish('HassSetVolumeRelative', { ...players, volume_step: -15 })).toMatchObject({
      wish: { do: 'change_volume', byPercent: -15 },
    });
    expect(wish('HassSetPosition', { name: 'Bedroom Blinds', position: 40 })).toMatchObject({
      wish: { do: 'set_position', percent: 40 },
    });
  });

  it.each([
    ['<are_all> Lichter', 'all'],
    ['<which> Lichter <area> (ist|sind) {state}', 'which'],
    ['<gs_howmany> {cover_classes:device_class}', 'count'],
    ['<are_any> Lichter <area>', 'any'],
  ])('asks what the sentence "%s" asks', (template, wanted) => {
    const reading = read('HassGetState', { domain: 'light', area: 'Kitchen', state: 'on' }, { template });
    expect(steps(reading)).toMatchObject([
      { kind: 'answer', question: { ask: 'state', state: 'on', wanted } },
    ]);
  });

  it('asks of a contact whether it is open, not whether it is on', () => {
    const reading = read('HassGetState', {
      domain: 'binary_sensor',
      device_class: 'window',
      state: 'on',
      area: 'Bathroom',
    });
    expect(steps(reading)).toMatchObject([{ kind: 'answer', question: { state: 'open' } }]);
  });

  it('sets a timer, and none that carries a command', () => {
    expect(steps(read('HassStartTimer', { minutes: 5, seconds: 30, name: 'tea' }))).toMatchObject([
      { kind: 'timer', request: { do: 'start', lengthMs: 330_000, name: 'tea' } },
    ]);
    const delayed = read('HassStartTimer', { minutes: 5, conversation_command: 'turn on the light' });
    expect(steps(delayed)).toEqual([{ kind: 'not-understood', why: 'for-later' }]);
  });

  it('knows nothing of an intent of the household', () => {
    expect(steps(read('CosyEvening'))).toBeUndefined();
  });
});
