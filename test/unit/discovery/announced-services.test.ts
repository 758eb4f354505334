import { describe, expect, it } from 'vitest';
import { announcedServices, instanceName } from '../../../src/discovery/announced-services.ts';

const announced = (wyomingHost: string, httpHost: string) =>
  announcedServices({
    instanceId: '1c7f6a1e-52f0-4a43-9a4e-0c2b5f0c1d11',
    version: '0.1.0',
    protocol: 1,
    wyoming: { host: wyomingHost, port: 10_600 },
    http: { host: httpHost, port: 10_680 },
  });

describe('what is announced in the network', () => {
  it('is nothing while only this machine can connect', () => {
    expect(announced('127.0.0.1', 'localhost')).toEqual([]);
  });

  it('is each server that others reach, with the id that names the installation', () => {
    expect(announced('0.0.0.0', '0.0.0.0')).toEqual([
      { type: 'wyoming', port: 10_600, txt: { id: '1c7f6a1e-52f0-4a43-9a4e-0c2b5f0c1d11' }, hasIpv6: false },
      {
        type: 'hearken',
        port: 10_680,
        txt: { id: '1c7f6a1e-52f0-4a43-9a4e-0c2b5f0c1d11', protocol: '1', version: '0.1.0' },
        hasIpv6: false,
      },
    ]);
    expect(announced('0.0.0.0', '127.0.0.1').map(({ type }) => type)).toEqual(['wyoming']);
  });

  it('names the one address a server listens on', () => {
    expect(announced('192.168.1.4', '::')).toMatchObject([
      { type: 'wyoming', address: '192.168.1.4', hasIpv6: false },
      { type: 'hearken', hasIpv6: true },
    ]);
    expect(announced('127.0.0.1', '::')[0]).not.toHaveProperty('address');
  });

  it('has a name of what never changes', () => {
    expect(instanceName('1c7f6a1e-52f0-4a43-9a4e-0c2b5f0c1d11')).toBe('Hearken 1c7f6a1e');
  });
});
