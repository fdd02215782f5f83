import type { Settings } from '../../../config/settings.ts';
import { failed, passed } from '../../../device/doctor/result.ts';
import { PortTakenError } from '../../errors.ts';
import { assertPortFree } from '../../ports.ts';
import type { MachineCheck } from './machine-check.ts';

export const ports: MachineCheck = {
  id: 'ports',
  async judge({ settings }) {
    const named = namedPorts(settings);
    if (named.length === 0) return passed('none is named by a setting: free ones are taken');
    const taken: string[] = [];
    for (const { setting, port } of named) {
      try {
        await assertPortFree(port, setting);
      } catch (error) {
        if (!(error instanceof PortTakenError)) throw error;
        taken.push(`${port} (${setting})`);
      }
    }
    if (taken.length === 0) return passed(named.map(({ port }) => port).join(', '));
    return failed(
      `taken: ${taken.join(', ')}`,
      'See who has it (ss -ltnp; macOS: lsof -i), and end that, or leave the setting out so that a free port is taken.',
    );
  },
};

/** The ports that a run would insist on. */
export function namedPorts({
  target,
  appiumPort,
  operator,
  emulator,
  phoneCount = 1,
}: Pick<Settings, 'target' | 'appiumPort' | 'operator' | 'emulator' | 'phoneCount'>) {
  // An emulated phone has two; further phones have those after them.
  const count = target === 'emulated' ? 2 * phoneCount : 0;
  const { port: first } = emulator;
  return [
    ...(appiumPort === undefined || target === 'remote'
      ? []
      : [{ setting: 'MI_APPIUM_PORT', port: appiumPort }]),
    ...(operator.port === undefined ? [] : [{ setting: 'MI_OPERATOR_PORT', port: operator.port }]),
    ...(first === undefined
      ? []
      : Array.from({ length: count }, (_, index) => ({
          setting: 'MI_EMULATOR_PORT',
          port: first + index,
        }))),
  ];
}
