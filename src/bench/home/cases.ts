/** Sentences whose truth can be checked at the devices: what each must lead to, written by hand. */
import type { DemoState } from '../../home/demo/devices/device.ts';

type Check = (state: DemoState) => boolean;

export type HomeCase = {
  readonly text: string;
  /** Entity id → whether the device is as asked. */
  readonly asked: Readonly<Record<string, Check>>;
  /** Whether a device is on its way there. */
  readonly underway?: Check;
  /** Entity id → state before the sentence. */
  readonly before: Readonly<Record<string, DemoState>>;
};

const is =
  (...states: readonly string[]): Check =>
  ({ state }) =>
    states.includes(state);
const lit =
  (percent: number): Check =>
  ({ state, attributes }) =>
    state === 'on' && Math.abs((Number(attributes['brightness']) * 100) / 255 - percent) < 2;

const dimmable = { supported_color_modes: ['brightness'] };
const lamp = (state: string): DemoState => ({ state, attributes: dimmable });
const door = (deviceClass: string, position: number): DemoState => ({
  state: position === 0 ? 'closed' : 'open',
  attributes: { device_class: deviceClass, supported_features: 15, current_position: position },
});
const plain = (state: string, attributes = {}): DemoState => ({ state, attributes });

export const homeCases: readonly HomeCase[] = [
  {
    text: 'turn on the desk lamp',
    asked: { 'light.desk_lamp': is('on') },
    before: { 'light.desk_lamp': lamp('off') },
  },
  {
    text: 'turn off the bedroom ceiling',
    asked: { 'light.bedroom_ceiling': is('off') },
    before: { 'light.bedroom_ceiling': lamp('on') },
  },
  {
    text: 'set the kitchen counter to 40 percent',
    asked: { 'light.kitchen_counter': lit(40) },
    before: { 'light.kitchen_counter': lamp('off') },
  },
  {
    text: 'turn on the lights in the kitchen',
    asked: { 'light.kitchen_ceiling': is('on'), 'light.kitchen_counter': is('on') },
    before: { 'light.kitchen_ceiling': lamp('off'), 'light.kitchen_counter': lamp('off') },
  },
  {
    text: 'turn on the coffee machine',
    asked: { 'switch.coffee_machine': is('on') },
    before: { 'switch.coffee_machine': plain('off') },
  },
  {
    text: 'turn off the tv',
    asked: { 'media_player.tv': is('off') },
    before: { 'media_player.tv': plain('on', { supported_features: 128 + 256 }) },
  },
  {
    text: 'lock the front door',
    asked: { 'lock.front_door': is('locked') },
    underway: is('locking'),
    before: { 'lock.front_door': plain('unlocked', { supported_features: 0 }) },
  },
  {
    text: 'close the living room blinds',
    asked: { 'cover.living_room_blinds': is('closed') },
    underway: is('closing'),
    before: { 'cover.living_room_blinds': door('blind', 100) },
  },
  {
    text: 'open the sliding door',
    asked: {
      'cover.sliding_door': ({ state, attributes }) =>
        state === 'open' && attributes['current_position'] === 100,
    },
    underway: is('opening'),
    before: { 'cover.sliding_door': door('door', 0) },
  },
  {
    text: 'close the garage door',
    asked: { 'cover.garage_door': is('closed') },
    underway: is('closing'),
    before: { 'cover.garage_door': door('garage', 100) },
  },
  {
    text: 'turn on the bedroom fan',
    asked: { 'fan.bedroom_fan': is('on') },
    before: { 'fan.bedroom_fan': plain('off', { supported_features: 1 + 16 + 32, percentage: 0 }) },
  },
  {
    text: 'set the thermostat to 23 degrees',
    asked: { 'climate.thermostat': ({ attributes }) => attributes['temperature'] === 23 },
    before: {
      'climate.thermostat': plain('heat', {
        supported_features: 1 + 128 + 256,
        hvac_modes: ['off', 'heat'],
        min_temp: 7,
        max_temp: 30,
        temperature: 21,
        current_temperature: 20,
      }),
    },
  },
  {
    text: 'set the volume of the tv to 30 percent',
    asked: { 'media_player.tv': ({ attributes }) => attributes['volume_level'] === 0.3 },
    before: { 'media_player.tv': plain('on', { supported_features: 4 + 128 + 256, volume_level: 0.6 }) },
  },
  {
    text: 'close the sprinkler',
    asked: { 'valve.sprinkler': is('closed') },
    underway: is('closing'),
    before: { 'valve.sprinkler': plain('open', { device_class: 'water', supported_features: 1 + 2 + 8 }) },
  },
  {
    text: 'start the robot vacuum',
    asked: { 'vacuum.robot_vacuum': is('cleaning') },
    before: { 'vacuum.robot_vacuum': plain('docked', { supported_features: 4 + 16 + 4_096 + 8_192 }) },
  },
  {
    text: 'send the robot vacuum home',
    asked: { 'vacuum.robot_vacuum': is('docked') },
    underway: is('returning'),
    before: { 'vacuum.robot_vacuum': plain('cleaning', { supported_features: 4 + 16 + 4_096 + 8_192 }) },
  },
  {
    text: 'arm the home alarm away',
    asked: { 'alarm_control_panel.home_alarm': is('armed_away') },
    underway: is('arming'),
    before: {
      'alarm_control_panel.home_alarm': plain('disarmed', {
        supported_features: 1 + 2 + 4 + 32,
        code_format: null,
        code_arm_required: false,
      }),
    },
  },
];
