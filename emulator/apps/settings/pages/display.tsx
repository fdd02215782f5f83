/** @jsxImportSource #ui */
import { ChoiceRow } from '../../../ui/components/choice-row.tsx';
import { ListRow } from '../../../ui/components/list-row.tsx';
import { Card } from '../../../ui/components/page.tsx';
import { theme } from '../../../ui/themes/theme.ts';
import { TextView } from '../../../ui/widgets.tsx';
import { ROW_IDS } from '../row-ids.ts';
import type { SettingsPage } from './settings-page.ts';

/** Font sizes to choose from, as `font_scale`; the steps are plausible ones of our own. */
const FONT_SCALES = [
  { title: 'font_small', scale: '0.9' },
  { title: 'font_medium', scale: '1.0' },
  { title: 'font_large', scale: '1.15' },
  { title: 'font_huge', scale: '1.3' },
] as const;

export const display: SettingsPage = {
  title: 'display',
  render: ({ system, strings, open }) => {
    const chosen = FONT_SCALES.find(({ scale }) => isChosen(system.settings, scale));
    return (
      <Card line={false}>
        <ListRow
          ids={ROW_IDS}
          title={strings.font_size}
          value={chosen ? strings[chosen.title] : ''}
          onClick={() => open('font_size')}
        />
      </Card>
    );
  },
};

export const fontSize: SettingsPage = {
  title: 'font_size',
  render: ({ system, strings }) => [
    <TextView
      key="sample"
      text={strings.font_sample}
      style={{
        marginHorizontal: theme().textMargin,
        marginTop: theme().bar.line ? 16 : 0,
        marginBottom: 16,
      }}
    />,
    <Card key="sizes" line={false}>
      {FONT_SCALES.map(({ title, scale }) => (
        <ChoiceRow
          key={scale}
          ids={ROW_IDS}
          title={strings[title]}
          checked={isChosen(system.settings, scale)}
          onClick={() => system.settings.put('system', 'font_scale', scale)}
        />
      ))}
    </Card>,
  ],
};

function isChosen(
  settings: { get(namespace: 'system', key: string): string | null },
  scale: string,
): boolean {
  return Number(settings.get('system', 'font_scale') ?? '1.0') === Number(scale);
}
