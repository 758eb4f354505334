import { describe, expect, it } from 'vitest';
import { homesIn } from '../../../src/discovery/find-home-assistant.ts';

const service = '_home-assistant._tcp.local';
const instance = `Home.${service}`;
const pointer = { name: service, type: 'PTR', data: instance };
const place = { name: instance, type: 'SRV', data: { target: 'abc.local', port: 8123 } };
const address = { name: 'abc.local', type: 'A', data: '192.168.1.5' };
const text = (...pairs: string[]) => ({
  name: instance,
  type: 'TXT',
  data: pairs.map((pair) => Buffer.from(pair)),
});

describe('homesIn', () => {
  it('takes the address that Home Assistant gives itself at home', () => {
    const records = [
      pointer,
      place,
      address,
      text('location_name=Mühle', 'internal_url=http://ha.lan:8123/', 'base_url=https://far.example'),
    ];
    expect(homesIn(records)).toEqual([{ name: 'Mühle', url: 'http://ha.lan:8123' }]);
  });

  it('takes where it was seen when it tells no address', () => {
    expect(homesIn([pointer, place, address, text('internal_url=')])).toEqual([
      { name: 'Home', url: 'http://192.168.1.5:8123' },
    ]);
    expect(homesIn([pointer, place])).toEqual([{ name: 'Home', url: 'http://abc.local:8123' }]);
  });

  it('leaves out what is no address of a web page, and other services', () => {
    expect(homesIn([pointer, text('internal_url=file:///etc/passwd')])).toEqual([]);
    expect(homesIn([{ ...pointer, name: '_ipp._tcp.local' }, place, address])).toEqual([]);
    expect(homesIn([pointer])).toEqual([]);
  });
});
