/** Full resource names of the parts of a system app's dialog. */
interface SystemDialogIds {
  readonly title: string;
  readonly message: string;
  readonly buttonPanel: string;
}

/**
 * What miuix's alert dialog calls its parts in a system app; its buttons are `android:id/button1`
 * (positive), `button2` (negative) and `button3`.
 */
export function systemDialogIds(packageName: string): SystemDialogIds {
  return {
    title: `${packageName}:id/alertTitle`,
    message: `${packageName}:id/message`,
    buttonPanel: `${packageName}:id/buttonPanel`,
  };
}
