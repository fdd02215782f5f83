/** @jsxImportSource #ui */
import { appLabel } from '../../android/packages/app-label.ts';
import { PrimaryButton, SecondaryButton, TextButton } from '../../ui/components/buttons.tsx';
import { DialogPanel, MESSAGE_STYLE } from '../../ui/components/dialog-panel.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { LinearLayout, TextView } from '../../ui/widgets.tsx';
import { DialogActivity } from '../dialog-activity.tsx';
import { format, stringsFor } from '../strings/index.ts';
import { permissionDialogOf, permissionGroup } from '../../android/dialogs/permission-dialog.ts';

/**
 * Asks whether an app may have a permission: `extras` are its `package` and the `permission` in full.
 * Back is as good as a refusal.
 */
export class GrantPermissionsActivity extends DialogActivity {
  protected override renderDialog(): UiNode {
    const { choices } = permissionDialogOf(this.system.profile);
    return choices === 'dialog' ? this.#dialog() : this.#list(choices);
  }

  /** AOSP's layout grant_permissions, whose buttons MIUI has as texts. */
  #list(choices: 'buttons' | 'texts'): UiNode {
    const strings = stringsFor(this.system);
    const allow = { id: this.#id('permission_allow_button'), text: strings.permission_allow };
    const deny = { id: this.#id('permission_deny_button'), text: strings.permission_deny };
    const style = { textAlign: 'center', paddingVertical: 12 } as const;
    return (
      <LinearLayout
        id={this.#id(choices === 'buttons' ? 'grant_dialog' : 'parentPanel')}
        style={{ shrink: 1 }}
      >
        <DialogPanel>
          <TextView
            id={this.#id('permission_message')}
            text={this.#message()}
            style={MESSAGE_STYLE}
          />
          {choices === 'buttons' ? (
            <LinearLayout important={false} style={{ gap: 10 }}>
              <PrimaryButton {...allow} onClick={() => this.#answer(true)} />
              <SecondaryButton {...deny} onClick={() => this.#answer(false)} />
            </LinearLayout>
          ) : (
            <LinearLayout important={false}>
              <TextButton {...allow} onClick={() => this.#answer(true)} style={style} />
              <TextButton {...deny} onClick={() => this.#answer(false)} style={style} />
            </LinearLayout>
          )}
        </DialogPanel>
      </LinearLayout>
    );
  }

  #dialog(): UiNode {
    const strings = stringsFor(this.system);
    return (
      <DialogPanel
        ids={{ message: this.#id('permission_message') }}
        message={this.#message()}
        buttons={[
          {
            id: 'android:id/button2',
            text: strings.permission_deny,
            onClick: () => this.#answer(false),
          },
          {
            id: 'android:id/button1',
            text: strings.permission_allow,
            primary: true,
            onClick: () => this.#answer(true),
          },
        ]}
      />
    );
  }

  #message(): string {
    const strings = stringsFor(this.system);
    const group = permissionGroup(this.#extra('permission')) ?? 'permission_unknown';
    const app = appLabel(this.system, this.#extra('package'));
    return format(strings.permission_warning_template, app, strings[group]);
  }

  #answer(isAllowed: boolean): void {
    const asking = this.system.packages.get(this.#extra('package'));
    if (isAllowed) asking?.grantedPermissions.add(this.#extra('permission'));
    this.finish();
  }

  #extra(name: string): string {
    const value = this.intent.extras?.[name];
    return typeof value === 'string' ? value : '';
  }

  #id(name: string): string {
    return `${permissionDialogOf(this.system.profile).idPackage}:id/${name}`;
  }
}
