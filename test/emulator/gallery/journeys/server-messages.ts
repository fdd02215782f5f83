import type { StringName } from '../../../../emulator/apps/strings/index.ts';
import type { ScenePhone } from '../scene-phone.ts';

interface ServerMessage {
  readonly scene: string;
  /** Of the account service, when a code is asked for. */
  readonly effect: string;
  readonly text: StringName;
}

const MESSAGES: readonly ServerMessage[] = [
  { scene: 'Number refused', effect: 'error:PHONE_INVALID', text: 'passport_error_phone' },
  { scene: 'Too often', effect: 'error:TOO_FREQUENT', text: 'passport_frequency_try_later' },
  { scene: 'SMS limit', effect: 'error:SMS_LIMIT', text: 'passport_error_sms_limit' },
  { scene: 'SMS quota', effect: 'error:SMS_QUOTA', text: 'passport_send_too_many_code' },
  {
    scene: 'Too many accounts',
    effect: 'error:REGISTER_RESTRICTED',
    text: 'passport_register_restricted',
  },
  { scene: 'Rooted phone', effect: 'error:DEVICE_INSECURE', text: 'passport_tz_invalid' },
  { scene: 'System busy', effect: 'error:SYSTEM_BUSY', text: 'passport_system_error' },
  { scene: 'Access denied', effect: 'error:ACCESS_DENIED', text: 'passport_access_denied' },
  { scene: 'Server error', effect: 'status:500', text: 'passport_error_server' },
  { scene: 'Network error', effect: 'reset', text: 'passport_network_error' },
];

const HOURS_TO_WAIT = 24;

export const MESSAGE_FAULTS = [
  ...MESSAGES.map(({ effect }) => `sms-codes=${effect}*1`),
  'sms-codes=hang',
];

/**
 * What the phone says when the service refuses to send a code, and while it waits for it.
 * @param ask asks for a code
 */
export async function* serverMessages(
  phone: ScenePhone,
  ask: () => Promise<void>,
): AsyncGenerator<string> {
  for (const { scene, text } of MESSAGES) {
    await ask();
    // Where hours to wait are told.
    await phone.seeText(text, HOURS_TO_WAIT);
    yield scene;
    if (phone.find({ text: phone.label('ok') })) await phone.tapText('ok');
    phone.waitUntilQuiet();
  }
  await ask();
  await phone.seeText('passport_sending_vcode');
  yield 'Sending the code';
}
