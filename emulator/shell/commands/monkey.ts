import type { ShellCommand } from '../command.ts';

const LAUNCHER = 'android.intent.category.LAUNCHER';

/** `monkey -p PACKAGE -c android.intent.category.LAUNCHER 1`: opens an app as its icon does. */
export const monkey: ShellCommand = {
  name: 'monkey',
  run({ system, args }) {
    const packageName = args[args.indexOf('-p') + 1];
    const category = args.includes('-c') ? args[args.indexOf('-c') + 1] : LAUNCHER;
    const count = args.at(-1);
    const header = `args: [${args.join(', ')}]\n${args.map((arg) => ` arg: "${arg}"\n`).join('')}`;
    if (!args.includes('-p') || count !== '1') {
      return {
        stdout: header,
        stderr: '** Only one event at one package is emulated: monkey -p PACKAGE -c CATEGORY 1\n',
        exitCode: 1,
      };
    }
    const launcher = system.packages.launcherActivity(packageName ?? '');
    if (!launcher || category !== LAUNCHER) {
      return { stdout: `${header}** No activities found to run, monkey aborted.\n`, exitCode: 252 };
    }
    system.activities.start({
      action: 'android.intent.action.MAIN',
      categories: [LAUNCHER],
      component: launcher.component,
    });
    return {
      stdout: `${header}Events injected: 1\n## Network stats: elapsed time=14ms (0ms mobile, 0ms wifi, 14ms not connected)\n`,
    };
  },
};
