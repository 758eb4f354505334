import { describe, expect, it } from 'vitest';
import { ownerOf, ownersFor, personNamed, personOf } from '../../../../src/agent/ports/person.ts';

describe('a person', () => {
  it('is the user who is logged in, else the satellite, else the home', () => {
    const satelliteId = 'assist_satellite.kitchen';
    expect(personOf({ userId: 'u', satelliteId })).toBe('user:u');
    expect(personOf({ userId: null, satelliteId })).toBe('satellite:assist_satellite.kitchen');
    expect(personOf({ userId: null, satelliteId: null })).toBe('home');
  });

  it('has facts of their own; what a satellite is told is everybody’s', () => {
    expect([ownerOf('user:u'), ownersFor('user:u')]).toEqual(['user:u', ['user:u', 'home']]);
    expect([ownerOf('satellite:s'), ownersFor('satellite:s')]).toEqual(['home', ['home']]);
  });

  it.each([
    ['5e1f', 'user:5e1f'],
    ['user:5e1f', 'user:5e1f'],
    ['assist_satellite.den', 'satellite:assist_satellite.den'],
    ['satellite:assist_satellite.den', 'satellite:assist_satellite.den'],
    ['home', 'home'],
  ])('is named %s at a terminal', (text, person) => {
    expect(personNamed(text)).toBe(person);
  });
});
