/** Thermostats, air conditioners and humidifiers. */
import { answer, numberOr, textOr } from './device.ts';
import type { DemoState, Device } from './device.ts';

type Attributes = DemoState['attributes'];

export const climate: Device = ({ state, attributes }, { service, data }, random) => {
  const asked =
    service === 'turn_off'
      ? 'off'
      : service === 'turn_on'
        ? firstMode(attributes)
        : textOr(data['hvac_mode'], state);
  const figures = pick(data, [
    'temperature',
    'target_temp_high',
    'target_temp_low',
    'fan_mode',
    'preset_mode',
    'humidity',
  ]);
  const next = { ...attributes, ...figures };
  return answer(random, { state: asked, attributes: { ...next, hvac_action: actionOf(asked, next) } });
};

/** What `turn_on` means without a mode: the first one that is not off. */
function firstMode(attributes: Attributes): string {
  const modes = Array.isArray(attributes['hvac_modes']) ? attributes['hvac_modes'] : [];
  return textOr(
    modes.find((mode) => mode !== 'off'),
    'heat',
  );
}

function actionOf(mode: string, attributes: Attributes): string {
  const now = numberOr(attributes['current_temperature'], 20);
  const target = numberOr(attributes['temperature'], now);
  if (mode === 'off') return 'off';
  if (mode === 'cool') return target < now ? 'cooling' : 'idle';
  if (mode === 'fan_only') return 'fan';
  if (mode === 'dry') return 'drying';
  return target > now ? 'heating' : 'idle';
}

export const humidifier: Device = ({ state, attributes }, { service, data }, random) => {
  const switched: Readonly<Record<string, string>> = {
    turn_on: 'on',
    turn_off: 'off',
    toggle: state === 'on' ? 'off' : 'on',
  };
  return answer(random, {
    state: switched[service] ?? state,
    attributes: { ...attributes, ...pick(data, ['humidity', 'mode']) },
  });
};

function pick(data: Attributes, keys: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(data).filter(([key]) => keys.includes(key)));
}
