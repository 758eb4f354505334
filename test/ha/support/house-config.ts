/** The configuration.yaml of the tests' core: no cloud, a house of template devices, some of them misfits. */

type Device = Record<string, unknown>;

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '_');

function light(name: string, options: { readonly delay?: string; readonly fails?: boolean } = {}): Device {
  const helper = `input_boolean.${slug(name)}_state`;
  const act = (service: string): unknown[] => [
    ...(options.delay ? [{ delay: options.delay }] : []),
    options.fails
      ? { stop: 'the bulb does not answer', error: true }
      : { action: `input_boolean.${service}`, target: { entity_id: helper } },
  ];
  return {
    name,
    unique_id: slug(name),
    default_entity_id: `light.${slug(name)}`,
    state: `{{ is_state('${helper}', 'on') }}`,
    turn_on: act('turn_on'),
    turn_off: act('turn_off'),
  };
}

function lock(name: string): Device {
  const helper = `input_boolean.${slug(name)}_locked`;
  return {
    name,
    unique_id: slug(name),
    default_entity_id: `lock.${slug(name)}`,
    state: `{{ 'locked' if is_state('${helper}', 'on') else 'unlocked' }}`,
    lock: [{ action: 'input_boolean.turn_on', target: { entity_id: helper } }],
    unlock: [{ action: 'input_boolean.turn_off', target: { entity_id: helper } }],
  };
}

const lights = [
  light('Kitchen Light'),
  light('Counter Light'),
  light('Bed Light'),
  light('Office Lamp'),
  light('Slow Lamp', { delay: '00:00:01.5' }),
  light('Dead Lamp', { fails: true }),
];
const locks = [lock('Front Door'), lock('Back Door')];

function helpers(): Record<string, unknown> {
  const names = lights.map(({ unique_id }) => `${String(unique_id)}_state`);
  const locked = locks.map(({ unique_id }) => `${String(unique_id)}_locked`);
  return Object.fromEntries([
    ...names.map((name) => [name, { initial: false }]),
    ...locked.map((name) => [name, { initial: true }]),
  ]);
}

export function houseConfig(port: number): Record<string, unknown> {
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
    http: { server_host: '127.0.0.1', server_port: port },
    ...Object.fromEntries(
      [
        'onboarding',
        'api',
        'websocket_api',
        'config',
        'auth',
        'person',
        'conversation',
        'intent',
        'assist_pipeline',
        'system_log',
        'diagnostics',
        'frontend',
      ].map((domain) => [domain, null]),
    ),
    logger: { default: 'info' },
    input_boolean: helpers(),
    template: [{ light: lights }, { lock: locks }],
  };
}
