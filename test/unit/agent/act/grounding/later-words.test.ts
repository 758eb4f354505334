import { describe, expect, it } from 'vitest';
import { isForLater } from '../../../../../src/agent/act/grounding/later-words.ts';

describe('words of another time', () => {
  it.each([
    ['en', 'turn on the kitchen lights in 10 minutes'],
    ['en', 'turn off the desk lamp at half past 10'],
    ['en', 'switch the heating on tomorrow morning'],
    ['en', 'every weekday turn on the bed light'],
    ['en', 'turn on the fan until midnight'],
    ['en', 'turn on the bed light for 10 minutes'],
    ['en', 'close the garage door later'],
    ['en', 'turn on the fan for a minute'],
    ['en', 'we are leaving tonight'],
    ['de', 'schalte das licht in 10 minuten aus'],
    ['de', 'mach morgen die heizung an'],
    ['fr', 'allume la lampe dans 10 minutes'],
    ['fr', 'éteins la lumière à 22 heures'],
    ['es', 'apaga la luz dentro de 5 minutos'],
    ['es', 'enciende la luz a las 8'],
    ['nl', 'zet de lamp over 10 minuten uit'],
    ['nl', 'doe vanavond de lampen aan'],
  ])('are heard (%s): %s', (language, text) => {
    expect(isForLater(text, language)).toBe(true);
  });

  it.each([
    ['en', 'turn on the lights in the living room'],
    ['en', 'set the lamp at 50 percent'],
    ['en', 'set the heating at 21 degrees'],
    ['en', 'it is cold in the office'],
    ['en', 'it is nippy tonight'],
    ['en', 'hold the mower for a second'],
    ['en', 'have the heating at 21'],
    ['en', 'turn everything off at home'],
    ['de', 'schalte das licht in der küche aus'],
    ['de', 'stell die heizung um 2 grad höher'],
    ['fr', 'allume la lampe dans le salon'],
    ['es', 'apaga la luz en la cocina'],
    ['nl', 'doe de lamp in de keuken aan'],
  ])('are not heard (%s): %s', (language, text) => {
    expect(isForLater(text, language)).toBe(false);
  });
});
