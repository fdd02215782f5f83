import type { ShellCommand } from '../command.ts';

const GROUPS = [
  '2000(shell)',
  '1004(input)',
  '1007(log)',
  '1011(adb)',
  '1015(sdcard_rw)',
  '1028(sdcard_r)',
  '1078(ext_data_rw)',
  '1079(ext_obb_rw)',
  '3001(net_bt_admin)',
  '3002(net_bt)',
  '3003(inet)',
  '3006(net_bw_stats)',
  '3009(readproc)',
  '3011(uhid)',
  '3012(readtracefs)',
];

/** `id [-u] [-un]`: who the shell is. */
export const id: ShellCommand = {
  name: 'id',
  run({ args }) {
    if (args.includes('-un')) return { stdout: 'shell\n' };
    if (args.includes('-u') || args.includes('-g')) return { stdout: '2000\n' };
    return {
      stdout: `uid=2000(shell) gid=2000(shell) groups=${GROUPS.join(',')} context=u:r:shell:s0\n`,
    };
  },
};

export const whoami: ShellCommand = { name: 'whoami', run: () => ({ stdout: 'shell\n' }) };

export const getenforce: ShellCommand = {
  name: 'getenforce',
  run: () => ({ stdout: 'Enforcing\n' }),
};

/** `uname [-a|-r|-m|…]` */
export const uname: ShellCommand = {
  name: 'uname',
  run({ args }) {
    const fields = {
      '-s': 'Linux',
      '-n': 'localhost',
      '-r': '5.10.218-android12-9',
      '-v': '#1 SMP PREEMPT',
      '-m': 'aarch64',
      '-o': 'Toybox',
    };
    if (args.includes('-a')) return { stdout: `${Object.values(fields).join(' ')}\n` };
    const wanted = args.length > 0 ? args : ['-s'];
    const values = Object.entries(fields)
      .filter(([option]) => wanted.includes(option))
      .map(([, value]) => value);
    return { stdout: `${values.join(' ')}\n` };
  },
};
