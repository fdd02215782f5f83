/** @jsxImportSource #ui */
import type { AndroidSystem } from '../../../android/system.ts';
import { ListRow } from '../../../ui/components/list-row.tsx';
import { Card } from '../../../ui/components/page.tsx';
import type { StringName } from '../../strings/index.ts';
import { ROW_IDS } from '../row-ids.ts';
import type { SettingsPage } from './settings-page.ts';

export const aboutPhone: SettingsPage = {
  title: 'about_phone',
  render: ({ system, strings }) => (
    <Card line={false}>
      {facts(system).map(([title, value]) => (
        <ListRow key={title} ids={ROW_IDS} title={strings[title]} summary={value} arrow={false} />
      ))}
    </Card>
  ),
};

function facts({ profile, properties, settings }: AndroidSystem): [StringName, string][] {
  const hyperOs = properties.get('ro.mi.os.version.incremental').replace(/^OS/, '');
  const system: [StringName, string] = hyperOs
    ? ['hyperos_version', hyperOs]
    : ['miui_version', properties.get('ro.build.version.incremental')];
  return [
    ['device_name', settings.get('global', 'device_name') ?? profile.name],
    ['model', properties.get('ro.product.model')],
    system,
    ['android_version', profile.androidVersion],
    ['security_patch', properties.get('ro.build.version.security_patch')],
  ];
}
