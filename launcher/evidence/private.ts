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
const ACCOUNT_ROW = /:id\/pref_account_\w+$/;

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

/**
 * The nodes that show the name, the number or the id of an account: those that have an id for it, the value
 * at the end of such a row, and, on phones for China, the title above the summary that a signed-in row has.
 * @param nodes in the order of the page source.
 */
export function namesOfAccounts<T>(
  nodes: readonly T[],
  attributesOf: (node: T) => NodeAttributes,
): Set<T> {
  const names = new Set<T>();
  let row = '';
  let title: T | undefined;
  for (const node of nodes) {
    const { text = '', 'resource-id': id = '' } = attributesOf(node);
    if (ACCOUNT_ROW.test(id)) row = id;
    if (ROW_TITLE.test(id)) title = node;
    if (SECRET_ID.test(id) || (ROW_VALUE.test(id) && SECRET_ID.test(row))) names.add(node);
    if (strings.accountRowSignedIn.includes(text) && title !== undefined) names.add(title);
  }
  return names;
}
