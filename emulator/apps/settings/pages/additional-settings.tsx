/** @jsxImportSource #ui */
import { ListRow } from '../../../ui/components/list-row.tsx';
import { Card } from '../../../ui/components/page.tsx';
import { DEVELOPER_OPTIONS_ACTION } from '../ids.ts';
import { ROW_IDS } from '../row-ids.ts';
import type { SettingsPage } from './settings-page.ts';

export const additionalSettings: SettingsPage = {
  title: 'additional_settings',
  render: ({ system, strings, open, start }) => {
    const developerOptions = { action: DEVELOPER_OPTIONS_ACTION };
    const hasDeveloperOptions =
      system.settings.get('global', 'development_settings_enabled') === '1' &&
      system.packages.resolveActivity(developerOptions) !== undefined;
    return [
      <Card key="system" line={hasDeveloperOptions}>
        <ListRow
          ids={ROW_IDS}
          title={strings.language_input}
          onClick={() => open('language_input')}
        />
      </Card>,
      hasDeveloperOptions ? (
        <Card key="developer" line={false}>
          <ListRow
            ids={ROW_IDS}
            title={strings.developer_options}
            onClick={() => start(developerOptions)}
          />
        </Card>
      ) : null,
    ];
  },
};
