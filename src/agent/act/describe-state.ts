/** A state in short words, for records of what changed: `off`, `on 25 %`, `open 40 %`, `heat 21 °`. */
import type { Entity, EntityState } from '../../home/model/home-model.ts';

export function describeState(entity: Entity, state: EntityState | undefined): string {
  if (state === undefined) return 'unknown';
  const figure = figures[entity.domain]?.(state);
  return figure === undefined ? state.state : `${state.state} ${figure}`;
}

type Figure = (state: EntityState) => string | undefined;

/** The figure of a domain that people set; one that says nothing beside the state (closed, silent) is left out. */
const figures: Readonly<Record<string, Figure>> = {
  light: whileOn(percent('brightness', 100 / 255)),
  fan: whileOn(percent('percentage')),
  cover: aboveZero(percent('current_position')),
  valve: aboveZero(percent('current_position')),
  media_player: percent('volume_level', 100),
  climate: degrees,
  water_heater: degrees,
  humidifier: percent('humidity'),
};

function percent(attribute: string, scale = 1): Figure {
  return ({ attributes }) => {
    const value = attributes[attribute];
    return typeof value === 'number' ? `${Math.round(value * scale)} %` : undefined;
  };
}

function degrees({ attributes }: EntityState): string | undefined {
  return typeof attributes['temperature'] === 'number' ? `${attributes['temperature']} °` : undefined;
}

function whileOn(figure: Figure): Figure {
  return (state) => (state.state === 'on' ? figure(state) : undefined);
}

function aboveZero(figure: Figure): Figure {
  return (state) => (figure(state) === '0 %' ? undefined : figure(state));
}
