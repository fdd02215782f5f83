import type { Profile } from '../../profiles/profile.ts';

/** How a phone asks for a permission. */
export interface PermissionDialogKind {
  readonly packageName: string;
  readonly className: string;
  /** Package in the names of its ids. */
  readonly idPackage: string;
  /** Choices below each other, with ids of their own, or a dialog's two buttons. */
  readonly choices: 'buttons' | 'texts' | 'dialog';
}

const GOOGLE: PermissionDialogKind = {
  packageName: 'com.google.android.permissioncontroller',
  className: 'com.android.permissioncontroller.permission.ui.GrantPermissionsActivity',
  idPackage: 'com.android.permissioncontroller',
  choices: 'buttons',
};

const MIUI: PermissionDialogKind = {
  packageName: 'com.lbe.security.miui',
  className: 'com.android.packageinstaller.permission.ui.GrantPermissionsActivity',
  idPackage: 'com.lbe.security.miui',
  choices: 'texts',
};

/**
 * MIUI brings a permission controller of its own: with an alert dialog up to MIUI 11, with a list of
 * choices since. Phones for other countries have Google's since HyperOS.
 */
export function permissionDialogOf({ look, region }: Profile): PermissionDialogKind {
  if (look === 'miui-10') return { ...MIUI, choices: 'dialog' };
  return look === 'hyperos' && region === 'global' ? GOOGLE : MIUI;
}

/** What an app wants to do, by the permissions that it asks for: a group's words. */
const GROUPS = {
  permission_sms: ['READ_SMS', 'RECEIVE_SMS', 'SEND_SMS'],
  permission_phone: ['CALL_PHONE', 'READ_PHONE_NUMBERS', 'READ_PHONE_STATE'],
  permission_contacts: ['GET_ACCOUNTS', 'READ_CONTACTS', 'WRITE_CONTACTS'],
} as const;

type PermissionGroup = keyof typeof GROUPS;

/** The group's words for a permission, which is named in full; `undefined` for one of no group here. */
export function permissionGroup(permission: string): PermissionGroup | undefined {
  return (Object.keys(GROUPS) as PermissionGroup[]).find((group) =>
    GROUPS[group].some((name) => `android.permission.${name}` === permission),
  );
}
