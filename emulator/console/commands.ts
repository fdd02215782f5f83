import type { ConsoleDevice } from './device.ts';

/** What a command prints before its `OK`; `{ refusal }` stands for a `KO`. */
type Answer = string | { readonly refusal: string };

interface ConsoleCommand {
  readonly name: string;
  readonly summary: string;
  /** Whether it may be used before `auth`. */
  readonly open?: boolean;
  run(argument: string, device: ConsoleDevice): Answer | Promise<Answer>;
}

/**
 * The commands that do something on this phone.
 * Source: https://developer.android.com/studio/run/emulator-console
 */
export const COMMANDS: readonly ConsoleCommand[] = [
  {
    name: 'ping',
    summary: 'check if the emulator is alive',
    open: true,
    run: () => 'I am alive!',
  },
  { name: 'avd', summary: 'control virtual device execution', open: true, run: avd },
  { name: 'sms', summary: 'SMS related commands', run: sms },
  { name: 'gsm', summary: 'GSM related commands', run: gsm },
  { name: 'power', summary: 'power related commands', run: power },
];

function avd(argument: string, device: ConsoleDevice): Answer {
  if (argument === 'name') return device.avdName;
  if (argument === 'status') return 'virtual device is running';
  return badSubCommand('avd', 'name, status');
}

async function sms(argument: string, device: ConsoleDevice): Promise<Answer> {
  const { subCommand, from, body } =
    /^(?<subCommand>\S*)(?:\s+(?<from>\S+))?(?:\s(?<body>.+))?$/s.exec(argument)?.groups ?? {};
  if (subCommand !== 'send') return badSubCommand('sms', 'send');
  if (!from || !body) {
    return { refusal: "missing argument, try 'sms send <phonenumber> <text message>'" };
  }
  if (!/^\+?[0-9]+$/.test(from)) {
    return { refusal: 'bad phone number format, must be [+](0-9)*' };
  }
  (await device.system).telephony.receiveSms({ from, body });
  return '';
}

/** `gsm call|accept|cancel|list` (android/console.cpp, do_gsm_…). */
async function gsm(argument: string, device: ConsoleDevice): Promise<Answer> {
  const [subCommand = '', number] = argument.split(/\s+/);
  if (!/^(?:call|accept|cancel|list)$/.test(subCommand)) {
    return badSubCommand('gsm', 'call, accept, cancel, list');
  }
  const { calls } = await device.system;
  const { current } = calls;
  if (subCommand === 'list') {
    if (!current) return '';
    return `inbound from ${current.from} : ${current.state === 'ringing' ? 'incoming' : 'active'}`;
  }
  if (number === undefined || !/^\+?[0-9]+$/.test(number)) {
    return { refusal: `bad phone number format, use digits only` };
  }
  if (subCommand === 'call') {
    return calls.ring(number) ? '' : { refusal: 'the phone cannot be reached' };
  }
  const isThere = current?.from === number;
  if (!isThere || !(subCommand === 'accept' ? calls.answer() : calls.end())) {
    return { refusal: `could not ${subCommand} a call from ${number}` };
  }
  return '';
}

async function power(argument: string, device: ConsoleDevice): Promise<Answer> {
  const battery = (await device.system).power;
  const [subCommand, value = ''] = argument.split(/\s+/);
  switch (subCommand) {
    case 'display': {
      const { levelPercent, charging } = battery.battery;
      const status = charging ? 'Charging' : 'Discharging';
      return `AC: ${charging ? 'online' : 'offline'}\r\nstatus: ${status}\r\ncapacity: ${levelPercent}`;
    }
    case 'ac':
      if (value !== 'on' && value !== 'off') return { refusal: 'Usage: "ac on" or "ac off"' };
      battery.setBattery({ charging: value === 'on' });
      return '';
    case 'capacity':
      if (!/^\d{1,3}$/.test(value) || Number(value) > 100) {
        return { refusal: 'Usage: "capacity <percentage>"' };
      }
      battery.setBattery({ levelPercent: Number(value) });
      return '';
    default:
      return badSubCommand('power', 'display, ac, capacity');
  }
}

function badSubCommand(command: string, known: string): Answer {
  return { refusal: `missing or bad sub-command of ${command}, known: ${known}` };
}
