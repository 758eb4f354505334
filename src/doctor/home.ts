/** What the doctor says about the connection to Home Assistant. */
import type { Exposure } from '../home/model/home-model.ts';
import type { HomeStatus } from '../home/model/home-status.ts';
import type { Finding } from './finding.ts';

export type HomeFacts = {
  /** No Home Assistant is configured. */
  readonly isDemo: boolean;
  readonly status: HomeStatus;
  /** How many entities are exposed to voice. */
  readonly entityCount: number;
  readonly exposure: Exposure;
};

const topic = 'home';

export function judgeHome({ isDemo, status, entityCount, exposure }: HomeFacts): readonly Finding[] {
  if (isDemo) {
    return [
      {
        topic,
        verdict: 'warning',
        message: 'no Home Assistant is configured: the demo home answers',
        fix: 'set home.url and home.token',
      },
    ];
  }
  if (status === 'refused') {
    return [
      {
        topic,
        verdict: 'problem',
        message: 'Home Assistant does not accept the token',
        fix: 'make a long-lived access token in your profile (Security) and set home.token',
      },
    ];
  }
  if (status !== 'connected') {
    return [
      {
        topic,
        verdict: 'problem',
        message: 'Home Assistant does not answer',
        fix: 'check home.url: it must be reachable from this machine',
      },
    ];
  }
  return [
    entityCount === 0
      ? {
          topic,
          verdict: 'warning',
          message: 'connected, but nothing is exposed to voice',
          fix: 'expose devices in Home Assistant: Settings → Voice assistants → Expose',
        }
      : { topic, verdict: 'ok', message: `connected; ${entityCount} entities are exposed to voice` },
    ...judgeExposure(exposure),
  ];
}

function judgeExposure({ isComplete, unseenCount }: Exposure): readonly Finding[] {
  if (isComplete || unseenCount === 0) return [];
  return [
    {
      topic,
      verdict: 'warning',
      message: `the token's user is no administrator: ${unseenCount} entities without a registry entry stay invisible`,
      fix: 'use the token of an administrator, or give these entities a unique_id',
    },
  ];
}
