/** @jsxImportSource #ui */
import { SwitchRow } from '../../ui/components/list-row.tsx';
import { EmptyText } from '../../ui/components/empty-text.tsx';
import { Card } from '../../ui/components/page.tsx';
import type { IconName } from '../../ui/icons.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { TILES } from '../../ui/theme.ts';
import { ScrollView } from '../../ui/widgets.tsx';
import type { PassportActivity } from '../account/passport-activity.tsx';
import type { XiaomiAccount } from '../account/xiaomi-account.ts';
import type { StringName } from '../strings/index.ts';
import { changeCloudSwitches } from './change-switches.ts';
import {
  CLOUD_ITEMS,
  cloudSwitches,
  isItemSynced,
  storeItemSynced,
  type CloudItem,
} from './cloud-switches.ts';

interface ItemLook {
  readonly title: StringName;
  readonly icon: IconName;
  readonly color: string;
}

const ITEMS: Readonly<Record<CloudItem, ItemLook>> = {
  contacts: { title: 'cloud_item_contacts', icon: 'contacts', color: TILES.blue },
  messages: { title: 'cloud_item_messages', icon: 'message', color: TILES.green },
  calls: { title: 'cloud_item_calls', icon: 'phone', color: TILES.green },
  gallery: { title: 'cloud_item_gallery', icon: 'image', color: TILES.violet },
  notes: { title: 'cloud_item_notes', icon: 'note', color: TILES.yellow },
  recordings: { title: 'cloud_item_recordings', icon: 'microphone', color: TILES.red },
  wlan: { title: 'cloud_item_wlan', icon: 'wifi', color: TILES.blue },
};

interface SyncItemsProps {
  readonly activity: PassportActivity;
  readonly account: XiaomiAccount;
  /** Stands above the switches. */
  readonly children?: UiNode;
}

/** The switch for syncing at all, and one for each kind of data, which it rules. */
export function SyncItems({ activity, account, children }: SyncItemsProps): UiNode {
  const { strings, system } = activity;
  const switches = cloudSwitches(system);
  return (
    <ScrollView>
      {children}
      <Card>
        <SwitchRow
          title={strings.cloud_sync}
          summary={strings.cloud_sync_summary}
          checked={switches.sync}
          onToggle={(sync) => changeCloudSwitches(activity, account, { ...switches, sync })}
        />
      </Card>
      <Card line={false}>
        {CLOUD_ITEMS.map((item) => (
          <SwitchRow
            key={item}
            title={strings[ITEMS[item].title]}
            icon={ITEMS[item].icon}
            iconColor={ITEMS[item].color}
            enabled={switches.sync}
            checked={switches.sync && isItemSynced(system, item)}
            onToggle={(on) => {
              storeItemSynced(system, item, on);
              activity.invalidate();
            }}
          />
        ))}
      </Card>
    </ScrollView>
  );
}

/** In place of what only an account has. */
export function SignedOutText({ activity }: { activity: PassportActivity }): UiNode {
  return <EmptyText text={activity.strings.cloud_signed_out} />;
}
