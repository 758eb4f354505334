/** A house as the content of Home Assistant's configuration.yaml: template devices on helpers that hold their states. */
import { entityIdOf, type House, type HouseDevice, slug } from './house.ts';

type Yaml = Readonly<Record<string, unknown>>;
type Step = Yaml;

/** The helper that holds one fact of a device. */
const helperOf = (device: HouseDevice, fact: string): string => `${slug(device.name)}_${fact}`;

const set = (helper: string, value: string): Step => ({
  action: 'input_text.set_value',
  target: { entity_id: `input_text.${helper}` },
  data: { value },
});

/** What a command does: the device's way to get to the state. */
function steps(device: HouseDevice, state: string, underway: string): readonly Step[] {
  const reached = set(helperOf(device, 'state'), state);
  switch (device.answers) {
    case 'slow':
      return [{ delay: '00:00:01.5' }, reached];
    case 'travels':
      return [set(helperOf(device, 'state'), underway), { delay: '00:00:02' }, reached];
    case 'fails':
      return [{ stop: 'the device does not answer', error: true }];
    case 'raises':
      return [{ action: 'homeassistant.no_such_action' }];
    case 'silent':
      return [{ delay: '00:00:00' }];
    default:
      return [reached];
  }
}

const firstStates = { light: 'off', switch: 'off', lock: 'locked', cover: 'closed', sensor: '41' } as const;

function actions(device: HouseDevice): Yaml {
  const turn = {
    turn_on: steps(device, 'on', 'on'),
    turn_off: steps(device, 'off', 'off'),
  };
  switch (device.kind) {
    case 'switch':
      return turn;
    case 'light':
      return { ...turn, ...brightness(device) };
    case 'lock':
      return {
        lock: steps(device, 'locked', 'locking'),
        unlock: steps(device, 'unlocked', 'unlocking'),
      };
    case 'cover':
      return {
        open_cover: steps(device, 'open', 'opening'),
        close_cover: steps(device, 'closed', 'closing'),
      };
    case 'sensor':
      return { unit_of_measurement: '%' };
  }
}

function brightness(device: HouseDevice): Yaml {
  const level = `input_number.${helperOf(device, 'level')}`;
  return {
    level: `{{ states('${level}') | int }}`,
    set_level: [
      { action: 'input_number.set_value', target: { entity_id: level }, data: { value: '{{ brightness }}' } },
      ...steps(device, 'on', 'on'),
    ],
  };
}

function templateOf(device: HouseDevice): Yaml {
  const state = `states('input_text.${helperOf(device, 'state')}')`;
  const reachable = `{{ is_state('input_boolean.${helperOf(device, 'reachable')}', 'on') }}`;
  const isSwitched = device.kind === 'light' || device.kind === 'switch';
  return {
    name: device.name,
    // Without it no area, alias or exposure.
    unique_id: slug(device.name),
    default_entity_id: entityIdOf(device),
    state: isSwitched ? `{{ ${state} == 'on' }}` : `{{ ${state} }}`,
    ...(device.canBeLost && { availability: reachable }),
    ...(device.deviceClass && { device_class: device.deviceClass }),
    ...actions(device),
  };
}

const fullBrightness = { min: 0, max: 255, step: 1, initial: 255, mode: 'box' };

const components = [
  ...['onboarding', 'api', 'websocket_api', 'config', 'auth', 'person', 'conversation', 'intent'],
  ...['assist_pipeline', 'system_log', 'diagnostics', 'frontend'],
];

/** Everything but `http`, which belongs to the process. */
export function houseConfig({ devices }: House): Readonly<Record<string, unknown>> {
  const lights = devices.filter(({ kind }) => kind === 'light');
  const losable = devices.filter(({ canBeLost }) => canBeLost);
  const helpers = <Value>(of: readonly HouseDevice[], fact: string, value: (device: HouseDevice) => Value) =>
    Object.fromEntries(of.map((device) => [helperOf(device, fact), value(device)]));
  return {
    homeassistant: {
      name: 'Test Home',
      latitude: 52.1,
      longitude: 5.1,
      unit_system: 'metric',
      time_zone: 'Europe/Amsterdam',
      country: 'NL',
      language: 'en',
      auth_providers: [{ type: 'homeassistant' }],
    },
    ...Object.fromEntries(components.map((domain) => [domain, null])),
    logger: { default: 'info' },
    input_text: helpers(devices, 'state', ({ kind }) => ({ initial: firstStates[kind] })),
    input_number: helpers(lights, 'level', () => fullBrightness),
    input_boolean: helpers(losable, 'reachable', () => ({ initial: true })),
    template: devices.map((device) => ({ [device.kind]: [templateOf(device)] })),
  };
}
