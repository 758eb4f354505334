/** Settings of being found in the network. */
import { z } from 'zod';

export const discoveryOptions = z.object({
  zeroconf: z.enum(['on', 'off']).default('on').meta({
    title: 'Announce in the network',
    description:
      'Home Assistant finds what listens beyond this machine by itself (mDNS: _wyoming._tcp and _hearken._tcp). Inside the Home Assistant app the Supervisor tells it instead, and nothing is announced.',
    flag: 'zeroconf',
  }),
});
