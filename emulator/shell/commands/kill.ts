import type { ShellCommand } from '../command.ts';

const SHELL_UID = 2000;

/** `kill [-SIGNAL] PID …`: the shell user may end its own processes only. */
export const kill: ShellCommand = {
  name: 'kill',
  run({ system, args }) {
    if (args[0] === '-l') {
      return { stdout: 'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM\n' };
    }
    const pids = args.filter((arg) => !arg.startsWith('-'));
    if (pids.length === 0) {
      return { stderr: '/system/bin/sh: kill: expected PID\n', exitCode: 1 };
    }
    const errors = pids.flatMap((text) => {
      const process = system.processes.list().find(({ pid }) => pid === Number(text));
      if (!process) return `/system/bin/sh: kill: ${text}: No such process\n`;
      if (process.uid !== SHELL_UID)
        return `/system/bin/sh: kill: ${text}: Operation not permitted\n`;
      system.processes.kill(process.pid);
      return [];
    });
    return { stderr: errors.join(''), exitCode: errors.length > 0 ? 1 : 0 };
  },
};

/** `pidof NAME …` (toybox) */
export const pidof: ShellCommand = {
  name: 'pidof',
  run({ system, args }) {
    const names = args.filter((arg) => !arg.startsWith('-'));
    const pids = system.processes
      .list()
      .filter(({ name }) => names.includes(name))
      .map(({ pid }) => pid);
    return pids.length > 0 ? { stdout: `${pids.join(' ')}\n` } : { exitCode: 1 };
  },
};
