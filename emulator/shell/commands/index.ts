import type { ShellCommand } from '../command.ts';
import { am } from './am/index.ts';
import { appops } from './appops.ts';
import { cmd } from './cmd.ts';
import { content } from './content.ts';
import { date } from './date.ts';
import { df } from './df.ts';
import { dumpsys } from './dumpsys/index.ts';
import { FILTERS } from './filters/index.ts';
import { getprop } from './getprop.ts';
import { getenforce, id, uname, whoami } from './identity.ts';
import { ime } from './ime.ts';
import { input } from './input.ts';
import { kill, pidof } from './kill.ts';
import { locksettings } from './locksettings.ts';
import { log } from './log.ts';
import { logcat } from './logcat.ts';
import { ls } from './ls.ts';
import { monkey } from './monkey.ts';
import { pm } from './package/index.ts';
import { ps } from './ps.ts';
import { reboot } from './reboot.ts';
import { rm } from './rm.ts';
import { screencap } from './screencap.ts';
import { screenrecord } from './screenrecord.ts';
import { service } from './service.ts';
import { setprop } from './setprop.ts';
import { settings } from './settings.ts';
import { svc } from './svc.ts';
import { uiautomator } from './uiautomator.ts';
import { uptime } from './uptime.ts';
import { wm } from './wm.ts';

/** Android's commands, beside those the shell language brings. */
export const ANDROID_COMMANDS: readonly ShellCommand[] = [
  ...FILTERS,
  am,
  appops,
  cmd,
  content,
  date,
  df,
  dumpsys,
  getenforce,
  getprop,
  id,
  ime,
  input,
  kill,
  locksettings,
  log,
  logcat,
  ls,
  monkey,
  pidof,
  pm,
  ps,
  reboot,
  rm,
  screencap,
  screenrecord,
  service,
  setprop,
  settings,
  svc,
  uiautomator,
  uname,
  uptime,
  whoami,
  wm,
];
