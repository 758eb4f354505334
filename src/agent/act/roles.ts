/** Roles that are there without being written down; a household may narrow, widen or replace each of them. */
import type { Rule } from './rule.ts';

export type Role = {
  readonly name: string;
  /** What none of these fits is not done. */
  readonly allow: readonly Rule[];
  /** What one of these fits is not done either. */
  readonly deny: readonly Rule[];
};

export const readyMadeNames = ['adult', 'guest', 'child', 'unknown'] as const;

export type ReadyMade = (typeof readyMadeNames)[number];

/** What lights, warms, plays and cleans. */
const comforts = [
  'light',
  'switch',
  'input_boolean',
  'fan',
  'cover',
  'climate',
  'humidifier',
  'media_player',
];
const chores = ['vacuum', 'lawn_mower', 'scene', 'todo', 'lock', 'assist_satellite'];

export const readyMade: Readonly<Record<ReadyMade, Omit<Role, 'name'>>> = {
  adult: { allow: [{}], deny: [] },
  /** Nobody knows who speaks: a satellite in the room, a Wyoming client. What is risky is asked about as for adults. */
  unknown: { allow: [{}], deny: [] },
  /** May live in the house: not open it, not touch its alarm, and not start what nobody can see through. */
  guest: { allow: [{ domains: [...comforts, ...chores], risks: ['harmless', 'securing'] }], deny: [] },
  child: {
    allow: [
      {
        domains: ['light', 'fan', 'cover', 'media_player', 'scene', 'todo', 'assist_satellite'],
        risks: ['harmless', 'securing'],
      },
    ],
    deny: [],
  },
};
