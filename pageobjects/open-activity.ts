/** FLAG_ACTIVITY_NEW_TASK | FLAG_ACTIVITY_CLEAR_TASK: the page itself, whatever was open before. */
const FRESH_TASK_FLAGS = '0x10008000';

/** What an activity is started by: an intent's action, or its own component name. */
export type ActivityIntent = { readonly action: string } | { readonly component: string };

/** Opens a page of an app as if nothing of the app had been open. */
export async function openActivity(
  driver: WebdriverIO.Browser,
  intent: ActivityIntent,
): Promise<void> {
  await driver.execute('mobile: startActivity', {
    ...intent,
    flags: FRESH_TASK_FLAGS,
    wait: true,
  });
}
