/** Nouns that say what kind of device a name is: people leave out other words of a name, but not these. */
export const classNouns: ReadonlySet<string> = new Set(
  [
    'light lights lamp lamps bulb switch plug outlet socket fan lock door gate window blind blinds shade shades',
    'shutter shutters curtain curtains awning tv television speaker radio vacuum mower valve heater thermostat',
    'sensor detector alarm camera scene script list humidifier dehumidifier',
  ].flatMap((line) => line.split(' ')),
);
