import { describe, expect, it } from 'vitest';
import { barrierName, openerName } from '../../../../src/agent/act/opening-names.ts';

describe('names of what lets somebody in', () => {
  it.each([
    'Garage Door',
    'Side Gate',
    'Garagentor',
    'Hoftor',
    'Portail',
    'Portón',
    'porton',
    'Poort',
    'Verja del jardín',
  ])('a cover called "%s" is a barrier', (name) => expect(name).toMatch(barrierName));

  it.each(['Bedroom Blinds', 'Rollladenmotor', 'Ventilator', 'Persiana', 'Store salon', 'Navigator'])(
    'a cover called "%s" is none',
    (name) => expect(name).not.toMatch(barrierName),
  );

  it.each([
    'Unlock Front Door',
    'Open the garage',
    'Garage Door Switch',
    'Haustür öffnen',
    'haustur offnen',
    'Tor öffnen',
    'Türöffner',
    'Ouvrir le portail',
    'Déverrouiller la porte',
    'Abrir la puerta',
    'Voordeur openen',
    'Poort open',
  ])('"%s" opens', (name) => expect(name).toMatch(openerName));

  it.each([
    'Movie Night',
    'Desk Fan',
    'Fenster Heizung',
    'Lampe du salon',
    'Luz de la puerta',
    'Deurbel',
    'Operation Lamp',
  ])('"%s" does not', (name) => expect(name).not.toMatch(openerName));
});
