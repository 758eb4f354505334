import { describe, expect, it } from 'vitest';
import { DeviceHabits } from '../../../../src/agent/act/device-habits.ts';

describe('DeviceHabits', () => {
  it('expects a device to answer as it did the last time', () => {
    const habits = new DeviceHabits();
    expect(habits.of('lock.door')).toBeUndefined();
    habits.learn([{ entityId: 'lock.door', proof: 'started' }]);
    habits.learn([{ entityId: 'lock.door', proof: 'proven' }]);
    expect(habits.of('lock.door')).toBe('proven');
  });

  it('learns nothing of what was refused, failed or so already', () => {
    const habits = new DeviceHabits();
    habits.learn([{ entityId: 'lock.door', proof: 'started' }]);
    for (const proof of ['refused', 'failed', 'already'] as const)
      habits.learn([{ entityId: 'lock.door', proof }]);
    expect(habits.of('lock.door')).toBe('started');
  });

  it('forgets the devices that were not spoken to for longest', () => {
    const habits = new DeviceHabits();
    habits.learn([{ entityId: 'light.first', proof: 'proven' }]);
    habits.learn(
      Array.from({ length: 500 }, (_, n) => ({ entityId: `light.n${n}`, proof: 'proven' as const })),
    );
    expect(habits.of('light.first')).toBeUndefined();
    expect(habits.of('light.n0')).toBe('proven');
  });
});
