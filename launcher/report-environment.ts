import type { Settings } from '../config/settings.ts';
import type { OpenPhone } from './open-phone.ts';

/** What the report says of where a run took place; several phones stand side by side. */
export function reportEnvironment(
  settings: Settings | undefined,
  phones: readonly OpenPhone[],
): Record<string, string> {
  const ofEach = (value: (open: OpenPhone) => string): string => phones.map(value).join(' | ');
  return {
    ...(settings === undefined ? {} : { target: settings.target }),
    ...(phones.length === 0
      ? {}
      : {
          phone: ofEach(({ phone }) => phone.model),
          system: ofEach(({ phone }) => phone.system),
          serial: ofEach(({ phone }) => phone.serial),
          region: ofEach(({ region }) => region),
          environment: ofEach(({ phone }) => phone.environment),
        }),
    node: process.version,
  };
}
