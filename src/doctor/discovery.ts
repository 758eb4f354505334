/** Whether Home Assistant can find this program by itself, and reach it at all. */
import { isLoopback } from '../core/loopback.ts';
import type { Finding } from './finding.ts';

export type DiscoveryFacts = {
  /** Where Wyoming and the HTTP interface listen. */
  readonly hosts: readonly string[];
  readonly zeroconf: 'on' | 'off';
  /** The address of Home Assistant; empty for the demo home. */
  readonly homeUrl: string;
  /** Inside the Home Assistant app the Supervisor tells it. */
  readonly isApp: boolean;
};

const topic = 'discovery';

export function judgeDiscovery({ hosts, zeroconf, homeUrl, isApp }: DiscoveryFacts): readonly Finding[] {
  if (isApp) return [{ topic, verdict: 'ok', message: 'the Supervisor tells Home Assistant' }];
  const isHidden = hosts.some(isLoopback);
  if (isHidden && homeUrl !== '' && !isHere(homeUrl)) {
    return [
      {
        topic,
        verdict: 'problem',
        message: 'Home Assistant runs on another machine, and this one listens to itself alone',
        fix: 'listen for others: --host 0.0.0.0 --api-host 0.0.0.0, with --wyoming-allow for who may connect',
      },
    ];
  }
  if (isHidden)
    return [{ topic, verdict: 'ok', message: 'serves this machine alone, and announces nothing' }];
  if (zeroconf === 'on') return [{ topic, verdict: 'ok', message: 'announced in the network' }];
  return [
    {
      topic,
      verdict: 'ok',
      message: 'not announced (--zeroconf off): Home Assistant has to be given the address',
    },
  ];
}

function isHere(url: string): boolean {
  if (!URL.canParse(url)) return false;
  return isLoopback(new URL(url).hostname.replaceAll(/^\[|\]$/g, ''));
}
