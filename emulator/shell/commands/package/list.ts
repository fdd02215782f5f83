import type { CommandInput, CommandOutput } from '../../command.ts';
import { shortName } from '../../components.ts';
import { parseOptions } from '../../options.ts';

/** `pm list packages|instrumentation|features|users|permissions`. */
export function list({ system, args }: CommandInput): CommandOutput {
  const [, kind = '', ...rest] = args;
  switch (kind) {
    case 'package':
    case 'packages':
      return listPackages({ system, args: rest });
    case 'instrumentation':
      return listInstrumentation({ system, args: rest });
    case 'users':
      return { stdout: 'Users:\n\tUserInfo{0:Owner:4c13} running\n' };
    case 'features':
      return { stdout: FEATURES.map((feature) => `feature:${feature}\n`).join('') };
    default:
      return { stderr: `Error: unknown list type '${kind}'\n`, exitCode: 255 };
  }
}

const FEATURES = [
  'reqGlEsVersion=0x30002',
  'android.hardware.bluetooth',
  'android.hardware.camera',
  'android.hardware.fingerprint',
  'android.hardware.telephony',
  'android.hardware.touchscreen',
  'android.hardware.wifi',
];

function listPackages({ system, args }: Pick<CommandInput, 'system' | 'args'>): CommandOutput {
  const { options, operands } = parseOptions(args, ['--user', '--uid']);
  const [filter = ''] = operands;
  const lines = system.packages
    .list()
    .filter((entry) => entry.packageName.includes(filter))
    .filter((entry) => !options.has('-3') || !entry.system)
    .filter((entry) => !options.has('-s') || entry.system)
    // `-d` asks for disabled packages, of which there are none.
    .filter(() => !options.has('-d'))
    .map((entry) => {
      const path = options.has('-f') ? `${entry.apkPath}=` : '';
      const version = options.has('--show-versioncode') ? ` versionCode:${entry.versionCode}` : '';
      const uid = options.has('-U') ? ` uid:${entry.uid}` : '';
      const installer = options.has('-i') ? '  installer=null' : '';
      return `package:${path}${entry.packageName}${version}${installer}${uid}\n`;
    });
  return { stdout: lines.join('') };
}

function listInstrumentation({
  system,
  args,
}: Pick<CommandInput, 'system' | 'args'>): CommandOutput {
  const { options, operands } = parseOptions(args);
  const [target] = operands;
  const lines = system.packages.list().flatMap(({ packageName, apkPath, instrumentations }) =>
    instrumentations
      .filter(({ targetPackage }) => target === undefined || target === targetPackage)
      .map(({ className, targetPackage }) => {
        const path = options.has('-f') ? `${apkPath}=` : '';
        return `instrumentation:${path}${shortName({ packageName, className })} (target=${targetPackage})\n`;
      }),
  );
  return { stdout: lines.join('') };
}
