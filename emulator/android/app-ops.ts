import type { GateName } from './gates/table.ts';
import type { Gates } from './gates/gates.ts';
import type { InstalledPackage } from './packages/installed-package.ts';
import type { PackageManager } from './packages/package-manager.ts';

/** MIUI numbers its own operations from here on; newer ones have no names. */
const FIRST_MIUI_OP = 10_000;

/**
 * Operations of MIUI's that its switches for an app change, as people saw them change on HyperOS:
 * Autostart has two.
 */
export const MIUI_OPS = {
  autostart: 10_008,
  notificationSms: 10_018,
  showOnLockScreen: 10_020,
  backgroundPopups: 10_021,
  chainStart: 10_053,
} as const;

export type MiuiOp = keyof typeof MIUI_OPS;

/** The gates that say how these stand for an app for which nobody changed them. */
const GATES: Readonly<Partial<Record<MiuiOp, { readonly gate: GateName; readonly on: string }>>> = {
  autostart: { gate: 'autostart', on: 'allowed' },
  chainStart: { gate: 'autostart', on: 'allowed' },
  notificationSms: { gate: 'notification-sms', on: 'allowed' },
  backgroundPopups: { gate: 'background-popups', on: 'allowed' },
};

/** How MIUI prints its operations: `MIUIOP(10008)`. */
export function miuiOpName(code: number): string {
  return `MIUIOP(${code})`;
}

export function isMiuiOp(code: number): boolean {
  return code >= FIRST_MIUI_OP;
}

/** The app operations (android.app.AppOpsManager) that MIUI adds to Android's. */
export class MiuiAppOps {
  readonly #gates: Gates;

  constructor(gates: Gates, packages: Pick<PackageManager, 'list'>) {
    this.#gates = gates;
    for (const [op, { gate }] of Object.entries(GATES)) {
      // A person who turns the switch has the last word.
      gates.onChanged(gate, () => {
        const name = miuiOpName(MIUI_OPS[op as MiuiOp]);
        for (const { appOps, system } of packages.list()) if (!system) appOps.delete(name);
      });
    }
  }

  /** How one of an app's switches stands. */
  mode({ appOps }: Pick<InstalledPackage, 'appOps'>, op: MiuiOp): string {
    return appOps.get(miuiOpName(MIUI_OPS[op])) ?? this.#usualMode(op);
  }

  /** All of an app's, by the names that are printed. The system's own apps have none. */
  modes(installed: Pick<InstalledPackage, 'appOps' | 'system'>): [name: string, mode: string][] {
    if (installed.system) return [];
    const ops = Object.keys(MIUI_OPS) as MiuiOp[];
    return ops.map((op) => [miuiOpName(MIUI_OPS[op]), this.mode(installed, op)]);
  }

  #usualMode(op: MiuiOp): string {
    const rule = GATES[op];
    return rule && this.#gates.get(rule.gate) === rule.on ? 'allow' : 'ignore';
  }
}
