/** A refusal with the code Home Assistant would send. */
import { HomeError } from '../../core/errors.ts';

export type HaCode =
  | 'invalid_format'
  | 'not_found'
  | 'unknown_command'
  | 'unauthorized'
  | 'home_assistant_error'
  | 'service_validation_error'
  | 'invalid_start_time'
  | 'invalid_end_time'
  | 'id_reuse';

export function refuse(haCode: HaCode, message: string): HomeError {
  return new HomeError('HOME_REFUSED', message, { details: { haCode } });
}
