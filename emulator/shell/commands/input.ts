import { keyCodeOf, MODIFIER_KEYS } from '../../android/key-codes.ts';
import { decodeModifiedUtf7 } from '../../android/modified-utf7.ts';
import { injectionRefusal, shellHasPermission } from '../../android/shell-identity.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { type CommandOutput, type ShellCommand, UsageError } from '../command.ts';
import { javaException, SECURITY_EXCEPTION } from '../java-exception.ts';

const SOURCES =
  /^(?:dpad|keyboard|mouse|touchpad|gamepad|touchnavigation|joystick|touchscreen|stylus|trackball)$/;
const INJECTS = new Set(['tap', 'swipe', 'draganddrop', 'text', 'keyevent', 'keycombination']);
/** Since Android 11 the system runs the command; before, a program of its own did. */
const SYSTEM_COMMAND_SDK = 30;
const DEFAULT_SWIPE_MS = 300;
const UNICODE_KEYBOARD = 'io.appium.settings/.UnicodeIME';
const ACTION_KEYBOARD = 'io.appium.settings/.AppiumIME';
const KEYCODE_ENTER = 66;

/** `input [SOURCE] [-d DISPLAY] tap|swipe|text|keyevent|keycombination …` (AOSP InputShellCommand). */
export const input: ShellCommand = {
  name: 'input',
  async run({ system, args }) {
    const words = [...args];
    if (SOURCES.test(words[0] ?? '')) words.shift();
    if (words[0] === '-d') words.splice(0, 2);
    const [verb = '', ...rest] = words;
    if (INJECTS.has(verb) && !shellHasPermission(system, 'INJECT_EVENTS')) {
      return injectionRefused(system, args[0] ?? '');
    }
    switch (verb) {
      case 'tap': {
        const [x, y] = numbers(verb, rest, 2);
        system.windows.input.tap(x, y);
        return {};
      }
      case 'swipe':
      case 'draganddrop': {
        const [x1, y1, x2, y2] = numbers(verb, rest.slice(0, 4), 4);
        const durationMs = rest[4] === undefined ? DEFAULT_SWIPE_MS : parseInteger(rest[4]);
        if (durationMs === undefined) return notANumber(verb, rest[4] ?? '');
        const swipeMs = durationMs < 0 ? DEFAULT_SWIPE_MS : durationMs;
        await system.windows.input.swipe(x1, y1, x2, y2, swipeMs);
        return {};
      }
      case 'text':
        return typeText(system, rest[0]);
      case 'keyevent':
        return pressKeys(system, rest);
      case 'keycombination':
        return pressCombination(system, rest);
      case '':
      case 'help':
        return { stdout: usage() };
      default:
        return { stderr: `Error: Unknown command: ${verb}\n${usage()}`, exitCode: 255 };
    }
  },
};

function typeText(system: AndroidSystem, text: string | undefined): CommandOutput {
  if (text === undefined) throw new UsageError('Error: Argument expected after "text"', 255);
  const typed = text.replaceAll('%s', ' ');
  const keyboard = system.inputMethods.current.id;
  if (keyboard === UNICODE_KEYBOARD) {
    system.windows.input.text(decodeModifiedUtf7(typed));
    return {};
  }
  if (keyboard === ACTION_KEYBOARD && /^\/\w+\/$/.test(typed)) {
    system.windows.input.keyEvent(KEYCODE_ENTER);
    return {};
  }
  if (/\P{ASCII}/u.test(typed)) {
    return javaException(
      'text',
      'java.lang.NullPointerException',
      'Attempt to get length of null array',
    );
  }
  system.windows.input.text(typed);
  return {};
}

function pressKeys(system: AndroidSystem, args: readonly string[]): CommandOutput {
  const longPress = args.includes('--longpress');
  const isDouble = args.includes('--doubletap');
  const keys = args.filter((arg) => !arg.startsWith('--')).map(toKeyCode);
  if (keys.length === 0) throw new UsageError('Error: Argument expected after "keyevent"', 255);
  for (const key of keys) {
    for (let times = isDouble ? 2 : 1; times > 0; times--) {
      system.windows.automation.injectKey(key, { longPress });
    }
  }
  return {};
}

function pressCombination(system: AndroidSystem, args: readonly string[]): CommandOutput {
  const words = args[0] === '-t' ? args.slice(2) : args;
  const keys = words.map(toKeyCode);
  if (keys.length < 2)
    throw new UsageError('Error: keycombination requires at least 2 keycodes', 255);
  const metaState = keys.reduce((state, key) => state | (MODIFIER_KEYS.get(key) ?? 0), 0);
  for (const key of keys) {
    if (!MODIFIER_KEYS.has(key)) system.windows.input.keyEvent(key, { metaState });
  }
  return {};
}

function toKeyCode(text: string): number {
  const code = keyCodeOf(text);
  if (code === undefined) throw new UsageError(`Error: Unknown keycode: ${text}`, 255);
  return code;
}

/** As java.lang.Integer reads one. */
function parseInteger(text: string): number | undefined {
  const value = Number(text);
  return /^[+-]?\d+$/.test(text) && (value | 0) === value ? value : undefined;
}

function notANumber(verb: string, text: string): CommandOutput {
  return javaException(
    verb,
    'java.lang.NumberFormatException',
    `For input string: ${JSON.stringify(text)}`,
  );
}

function numbers<N extends 2 | 4>(
  verb: string,
  words: readonly string[],
  count: N,
): N extends 2 ? [number, number] : [number, number, number, number] {
  const values = words.map(Number);
  if (values.length !== count || values.some(Number.isNaN)) {
    throw new UsageError(`Error: Invalid arguments for command: ${verb}\n${usage()}`, 255);
  }
  return values as N extends 2 ? [number, number] : [number, number, number, number];
}

/** @param word the first of the command's, which AOSP's ShellCommand names. */
function injectionRefused(system: AndroidSystem, word: string): CommandOutput {
  const message = injectionRefusal(system.profile.sdk);
  if (system.profile.sdk >= SYSTEM_COMMAND_SDK) {
    return javaException(word, SECURITY_EXCEPTION, message);
  }
  return {
    stderr:
      `${SECURITY_EXCEPTION}: ${message}\n` +
      '\tat android.os.Parcel.createException(Parcel.java:2075)\n' +
      '\tat android.os.Parcel.readException(Parcel.java:2043)\n' +
      '\tat android.hardware.input.IInputManager$Stub$Proxy.injectInputEvent(IInputManager.java:925)\n' +
      '\tat com.android.commands.input.Input.main(Input.java:71)\n',
    exitCode: 1,
  };
}

function usage(): string {
  return (
    'Usage: input [<source>] [-d DISPLAY_ID] <command> [<arg>...]\n\n' +
    'The commands are:\n' +
    '      text <string> (Default: keyboard)\n' +
    '      keyevent [--longpress|--doubletap] <key code number or name> ... (Default: keyboard)\n' +
    '      tap <x> <y> (Default: touchscreen)\n' +
    '      swipe <x1> <y1> <x2> <y2> [duration(ms)] (Default: touchscreen)\n' +
    '      draganddrop <x1> <y1> <x2> <y2> [duration(ms)] (Default: touchscreen)\n' +
    '      keycombination [-t duration(ms)] <key code 1> <key code 2> ... (Default: keyboard)\n'
  );
}
