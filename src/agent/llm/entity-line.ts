/** A device as a model reads it: its names, kind and state in one short line. Everything in it is data of the home. */
import { describeState } from '../act/describe-state.ts';
import { type Entity, type EntityState, isUnavailable } from '../../home/model/home-model.ts';

/** Longer names and states are cut: one of them must not push the others out. */
const nameChars = 80;
const stateChars = 60;
/** Names beside the first one. */
const otherNames = 3;

type LineOptions = {
  /** Names beside the first that the sentence may mean. */
  readonly spoken?: readonly string[];
  /** Other devices bear the same name. */
  readonly isShared?: boolean;
};

/** "- Desk Lamp (light): on 40 %"; with its id where the name alone does not tell it. */
export function entityLine(
  entity: Entity,
  state: EntityState | undefined,
  { spoken = [], isShared = false }: LineOptions = {},
): string {
  const name = oneLine(entity.name, nameChars);
  const isNamed = !isShared && entity.names.includes(name);
  const also = spoken.slice(0, otherNames).map((other) => `, also ${oneLine(other, nameChars)}`);
  const told = stateWords(entity, state);
  const id = isNamed ? '' : ` [${entity.entityId}]`;
  return `- ${name}${also.join('')}${id} (${kindOf(entity)})${told === '' ? '' : `: ${told}`}`;
}

/** "window sensor", "garage cover", "temperature", "light". */
function kindOf({ domain, deviceClass }: Entity): string {
  const plain = domain.replaceAll('_', ' ');
  if (deviceClass === null) return plain;
  const own = deviceClass.replaceAll('_', ' ');
  if (domain === 'sensor') return own;
  return domain === 'binary_sensor' ? `${own} sensor` : `${own} ${plain}`;
}

/** What these are in tells nothing: when they were last used. */
const stateless: ReadonlySet<string> = new Set([
  'scene',
  'script',
  'button',
  'input_button',
  'event',
  'calendar',
]);
/** Whose sensors tell `on` for open. */
const opening: ReadonlySet<string | null> = new Set(['door', 'garage_door', 'opening', 'window']);

function stateWords(entity: Entity, state: EntityState | undefined): string {
  if (isUnavailable(state)) return 'unavailable';
  if (state === undefined || stateless.has(entity.domain)) return '';
  if (state.state === 'unknown') return state.state;
  return oneLine(tell(entity, state), stateChars);
}

function tell(entity: Entity, state: EntityState): string {
  const { attributes } = state;
  switch (entity.domain) {
    case 'binary_sensor': {
      const [on, off] = opening.has(entity.deviceClass) ? ['open', 'closed'] : ['on', 'off'];
      return state.state === 'on' ? on : off;
    }
    case 'sensor': {
      const unit = attributes['unit_of_measurement'];
      return typeof unit === 'string' ? `${state.state} ${unit}` : state.state;
    }
    case 'climate':
    case 'water_heater':
    case 'weather': {
      const [name, label] =
        entity.domain === 'weather' ? ['temperature', ''] : ['current_temperature', 'is '];
      const measured = attributes[name];
      const described = describeState(entity, state);
      return typeof measured === 'number' ? `${described}, ${label}${measured} °` : described;
    }
    default:
      return describeState(entity, state);
  }
}

/** Line ends and invisible marks could make one name look like more than a name. */
export function oneLine(text: string, maxChars: number): string {
  const plain = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Control}\p{Format}]/gu, '')
    .trim();
  return plain.length <= maxChars ? plain : `${plain.slice(0, maxChars - 1).trimEnd()}…`;
}
