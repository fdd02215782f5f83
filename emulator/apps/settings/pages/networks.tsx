/** @jsxImportSource #ui */
import { ListRow, SwitchRow } from '../../../ui/components/list-row.tsx';
import { Card } from '../../../ui/components/page.tsx';
import { ROW_IDS } from '../row-ids.ts';
import type { SettingsPage } from './settings-page.ts';

const wlanPage = (title: 'wlan' | 'wifi'): SettingsPage => ({
  title,
  render: ({ system, strings }) => (
    <Card line={false}>
      <SwitchRow
        ids={ROW_IDS}
        title={strings[title]}
        checked={system.connectivity.wifi}
        onToggle={(on) => (system.connectivity.wifi = on)}
      />
    </Card>
  ),
});

export const wlan = wlanPage('wlan');
export const wifi = wlanPage('wifi');

export const bluetooth: SettingsPage = {
  title: 'bluetooth',
  render: ({ system, strings }) => (
    <Card line={false}>
      <SwitchRow
        ids={ROW_IDS}
        title={strings.bluetooth}
        checked={system.settings.get('global', 'bluetooth_on') === '1'}
        onToggle={(on) => system.settings.put('global', 'bluetooth_on', on ? '1' : '0')}
      />
    </Card>
  ),
};

export const simCards: SettingsPage = {
  title: 'sim_cards',
  render: ({ system, strings }) => (
    <Card line={false}>
      {system.telephony.sims.map(({ slot, operator, number }) => (
        <ListRow
          key={slot}
          ids={ROW_IDS}
          title={`SIM ${slot + 1}: ${operator.name}`}
          summary={number}
          arrow={false}
        />
      ))}
      <SwitchRow
        ids={ROW_IDS}
        title={strings.mobile_data}
        checked={system.connectivity.mobileData}
        onToggle={(on) => (system.connectivity.mobileData = on)}
      />
    </Card>
  ),
};

export const moreConnectivity: SettingsPage = {
  title: 'more_connectivity',
  render: ({ system, strings }) => (
    <Card line={false}>
      <SwitchRow
        ids={ROW_IDS}
        title={strings.airplane_mode}
        checked={system.connectivity.airplane}
        onToggle={(on) => (system.connectivity.airplane = on)}
      />
    </Card>
  ),
};
