import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { reachableAddresses, reachableInterfaces } from '../../../src/discovery/network-interfaces.ts';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: null,
});
const ipv6 = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...ipv4(address, internal),
  family: 'IPv6',
  scopeid: 0,
});

const interfaces = {
  lo: [ipv4('127.0.0.1', true), ipv6('::1', true)],
  wlan0: [ipv6('fe80::1'), ipv4('192.168.1.4'), ipv4('192.168.1.5')],
  eth1: [ipv6('2001:db8::4')],
  eth2: [ipv4('10.0.0.4')],
  veth12ab: [ipv6('fe80::2')],
};

it('names the interfaces with an address that others reach', () => {
  expect(reachableInterfaces(interfaces)).toEqual(['eth1', 'eth2', 'wlan0']);
});

it('gives one IPv4 address of each of them that has one', () => {
  expect(reachableAddresses(interfaces)).toEqual(['10.0.0.4', '192.168.1.4']);
});

it('names none on a machine without a network', () => {
  expect(reachableInterfaces({ lo: [ipv4('127.0.0.1', true)] })).toEqual([]);
});
