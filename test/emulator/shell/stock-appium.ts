import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DRIVER_MODULES, type ShellPhone } from './phone.ts';

/** How appium-adb sends a command line to a phone. */
export interface AdbShell {
  shell(
    command: string | string[],
    options?: { readonly outputFormat?: string },
  ): Promise<string | { stdout: string; stderr: string }>;
}

/** Appium's own adb client, whose commands run on this phone. */
export async function appiumAdb<T extends AdbShell>(phone: ShellPhone): Promise<T> {
  const { ADB } = await driverModule<{ ADB: new () => T }>('appium-adb');
  const adb = new ADB();
  adb.shell = async (command, { outputFormat } = {}) => {
    const line = Array.isArray(command) ? command.join(' ') : command;
    const { stdout, stderr, exitCode } = await phone.run(line);
    if (exitCode !== 0) {
      throw Object.assign(new Error(`${line}: ${stderr}`), { stdout, stderr, code: exitCode });
    }
    const text = stdout.replace(/\n$/, '');
    return outputFormat === 'full' ? { stdout: text, stderr } : text;
  };
  return adb;
}

/** What the driver asks its helper app through; the app must be installed. */
export interface SettingsApp {
  requireRunning(): Promise<unknown>;
  adjustNotificationsPermissions(): Promise<boolean>;
  getSmsList(options?: { readonly max?: number }): Promise<SmsList>;
  getNotifications(): Promise<{
    readonly statusBarNotifications: readonly StatusBarNotification[];
  }>;
}

interface SmsList {
  readonly items: readonly Readonly<Record<string, string | null>>[];
  readonly total: number;
}

interface StatusBarNotification {
  readonly packageName: string;
  readonly isRemoved: boolean;
  readonly key: string;
  readonly notification: Readonly<Record<string, string | null>>;
}

export async function settingsApp(phone: ShellPhone): Promise<SettingsApp> {
  const module = await driverModule<{
    SettingsApp: new (options: { readonly adb: AdbShell }) => SettingsApp;
  }>('io.appium.settings');
  return new module.SettingsApp({ adb: await appiumAdb(phone) });
}

async function driverModule<T>(name: string): Promise<T> {
  const entry = path.join(DRIVER_MODULES, name, 'build/lib/index.js');
  return (await import(pathToFileURL(entry).href)) as T;
}
