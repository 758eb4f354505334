/** Who may have what done, where, and on which way: pure. What no rule allows is refused. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { Speaker } from '../speaker.ts';
import type { PolicySettings } from './options.ts';
import type { Origin } from './origin.ts';
import { readyMade, readyMadeNames, type Role } from './roles.ts';
import { fits, type Subject } from './rule.ts';
import type { Denial } from './verdict.ts';

export type Asker = {
  readonly speaker: Speaker;
  readonly origin: Pick<Origin, 'path'>;
};

/** Null: all of it may be done. */
export type Permission = (subjects: readonly Subject[], asker: Asker, model: HomeModel) => Denial | null;

type Limits = Pick<PolicySettings, 'people' | 'satellites' | 'roles' | 'paths'>;

export function createPermission(settings: Limits): Permission {
  const rolesOf = roleFinder(settings);
  return (subjects, { speaker, origin }, model) => {
    const covers = ({ allow, deny }: Pick<Role, 'allow' | 'deny'>) =>
      subjects.every(
        (subject) =>
          allow.some((rule) => fits(rule, subject, model)) &&
          !deny.some((rule) => fits(rule, subject, model)),
      );
    const tooNarrow = rolesOf(speaker, model).find((role) => !covers(role));
    if (tooNarrow)
      return { by: 'role', role: readyMadeNames.find((name) => name === tooNarrow.name) ?? 'other' };
    const ways: readonly string[] = [origin.path, speaker.channel];
    const isBarred = settings.paths
      .filter(({ path }) => ways.includes(path))
      .some(({ allow = [{}], deny }) => !covers({ allow, deny }));
    return isBarred ? { by: 'path' } : null;
  };
}

/** All the roles that hold for a speaker: each of them has to allow what is done. */
export function roleFinder({
  people,
  satellites,
  roles,
}: Omit<Limits, 'paths'>): (speaker: Speaker, model: Pick<HomeModel, 'satelliteDevices'>) => readonly Role[] {
  const named = (name: string): Role => roleOf(name, roles);
  return ({ channel, satelliteId, deviceId, userId, userName }, { satelliteDevices }) => {
    const spokenTo = satelliteId ?? satelliteDevices.get(deviceId ?? '');
    const isThis = ({ person }: { readonly person: string }) =>
      person === userId || person.toLowerCase() === userName?.toLowerCase();
    const ofPerson = userId === null ? [] : people.filter(isThis).map(({ role }) => named(role));
    const ofPlace = satellites
      .filter(({ satellite }) => satellite === spokenTo)
      .map(({ role }) => named(role));
    // Over Wyoming anyone may call himself anything: a satellite's role takes rights there, and gives none.
    if (channel === 'wyoming') return [named('unknown'), ...ofPlace];
    const found = [...ofPerson, ...ofPlace];
    if (found.length > 0) return found;
    return [named(userId !== null || channel === 'cli' ? 'adult' : 'unknown')];
  };
}

function roleOf(name: string, own: Limits['roles']): Role {
  const written = own.find(({ role }) => role === name);
  const known = readyMadeNames.find((candidate) => candidate === name);
  // A name that nothing stands for is refused when the settings are read.
  if (!written) return { name, ...(known ? readyMade[known] : { allow: [], deny: [] }) };
  const base = written.like ? readyMade[written.like] : { allow: [], deny: [] };
  return { name, allow: [...base.allow, ...written.allow], deny: [...base.deny, ...written.deny] };
}
