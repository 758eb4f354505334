/** A network of its own for programs that announce themselves: one interface with a default route, as core wants. */
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

export type NetworkNamespace = Disposable & {
  /** Of the one interface, reachable from here. */
  readonly address: string;
  /** Put before a command it runs in this network. */
  readonly runner: readonly string[];
};

/** Needs root and `ip` (iproute2). */
export function openNetworkNamespace(): NetworkNamespace {
  const id = String(randomInt(1, 250));
  const name = `hearken-test-${id}`;
  const [outside, inside] = [`hk-out-${id}`, `hk-in-${id}`];
  const [near, far] = [`10.213.${id}.1`, `10.213.${id}.2`];
  const ip = (...args: string[]): void =>
    void execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const within = (...args: string[]): void => ip('-n', name, ...args);
  ip('netns', 'add', name);
  ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', inside);
  ip('link', 'set', inside, 'netns', name);
  ip('addr', 'add', `${near}/30`, 'dev', outside);
  ip('link', 'set', outside, 'up');
  within('link', 'set', 'lo', 'up');
  within('addr', 'add', `${far}/30`, 'dev', inside);
  within('link', 'set', inside, 'up');
  within('route', 'add', 'default', 'via', near);
  return {
    address: far,
    runner: ['ip', 'netns', 'exec', name],
    // The pair of interfaces goes with it.
    [Symbol.dispose]: () => ip('netns', 'del', name),
  };
}
