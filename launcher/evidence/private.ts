import { strings } from '../../pageobjects/strings/table.ts';

/** What a node of a page source tells of itself. */
export type NodeAttributes = Readonly<Record<string, string | undefined>>;

/**
 * Every field that text is typed into, also when it reads empty: the account app's code field
 * always does, whatever it shows.
 */
export const TEXT_FIELD = /(?:EditText|AutoCompleteTextView)$/;
/** Who is signed in. */
export const SECRET_ID =
  /:id\/(?:text_view_user_info|(?:pref_account_|tv_)?user_(?:name|id|phone|avatar))$/;
/** Apps of which every text may be somebody's. */
const PRIVATE_APP =
  /^com\.(?:android\.(?:systemui|mms|messaging|contacts|incallui|dialer)|google\.android\.apps\.messaging|miui\.(?:notes|gallery|home))$/;
/** Of the system's own windows, what is the same for everybody. */
const STATUS =
  /^com\.android\.systemui:id\/(?:clock|battery\w*|\w*signal\w*|\w*icons?|home_handle|current_(?:time|date)|unlock_hint)$/;
/** At the end of a row in Settings: names of phone, network and account. */
const ROW_VALUE = /:id\/(?:text_right|value_right|account_name|device_name)$/;
const ROW_TITLE = /:id\/title$/;
const ACCOUNT_APP = 'com.xiaomi.account';

/** Whether what a node says may be of the person at the phone, or of others whom they know. */
export function isOfSomebody(className: string, attributes: NodeAttributes): boolean {
  const { 'resource-id': id = '', package: app = '' } = attributes;
  return (
    TEXT_FIELD.test(className) ||
    SECRET_ID.test(id) ||
    ROW_VALUE.test(id) ||
    (PRIVATE_APP.test(app) && !STATUS.test(id))
  );
}

/** Whether a node's text is the name of an account, or its number or id. */
export function isAccountName({ 'resource-id': id = '', package: app }: NodeAttributes): boolean {
  return SECRET_ID.test(id) || (ROW_VALUE.test(id) && app === ACCOUNT_APP);
}

/**
 * On phones for China the account's name is the title above the summary that a signed-in row has.
 * @param nodes in the order of the page source.
 */
export function titlesOfAccounts<T>(
  nodes: readonly T[],
  attributesOf: (node: T) => NodeAttributes,
): Set<T> {
  const titles = new Set<T>();
  nodes.forEach((node, index) => {
    if (!strings.accountRowSignedIn.includes(attributesOf(node)['text'] ?? '')) return;
    const title = nodes
      .slice(0, index)
      .findLast((other) => ROW_TITLE.test(attributesOf(other)['resource-id'] ?? ''));
    if (title !== undefined) titles.add(title);
  });
  return titles;
}
