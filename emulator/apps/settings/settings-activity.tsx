/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { ListRow } from '../../ui/components/list-row.tsx';
import { Card, LargeTitle, Page } from '../../ui/components/page.tsx';
import { SearchBox } from '../../ui/components/search-box.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { LinearLayout, RecyclerView, TextView } from '../../ui/widgets.tsx';
import { ACCOUNT_PACKAGE, ACCOUNT_SETTINGS } from '../account/ids.ts';
import { stringsFor } from '../strings/index.ts';
import { SETTINGS_PAGE, settingsId } from './ids.ts';
import { GLOBAL_ROWS, type SettingsRow } from './rows.ts';

const ROW_IDS = {
  icon: 'android:id/icon',
  title: 'android:id/title',
  summary: 'android:id/summary',
  value: settingsId('text_right'),
  arrow: settingsId('arrow_right'),
} as const;

/** The home page of Settings. */
export class SettingsActivity extends Activity {
  readonly #strings = stringsFor(this.system);
  #unsubscribe: (() => void)[] = [];

  override onCreate(): void {
    const invalidate = () => this.invalidate();
    this.#unsubscribe = [
      this.system.accounts.onChanged(invalidate),
      this.system.settings.onChanged(invalidate),
    ];
  }

  override onDestroy(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  override render(): UiNode {
    const strings = this.#strings;
    return (
      <Page>
        <LinearLayout style={{ height: 44 }} important={false} />
        <LargeTitle id={settingsId('action_bar_title_expand')} text={strings.settings_title} />
        <RecyclerView id={settingsId('scroll_headers')}>
          <SearchBox onClick={() => this.#openPage('settings_search')}>
            <TextView
              id="android:id/input"
              text={strings.settings_search}
              style={{ textSize: 16, color: COLORS.textSecondary }}
            />
          </SearchBox>
          {GLOBAL_ROWS.map((card, index) => (
            <Card key={index}>{card.map((row) => this.#row(row))}</Card>
          ))}
        </RecyclerView>
      </Page>
    );
  }

  #row(row: SettingsRow): UiNode {
    return (
      <ListRow
        key={row.title}
        ids={ROW_IDS}
        title={this.#strings[row.title]}
        icon={row.icon}
        iconColor={row.color}
        value={row.value?.(this.system, this.#strings) ?? ''}
        onClick={() => (row.opensAccount ? this.#openAccount() : this.#openPage(row.title))}
      />
    );
  }

  #openAccount(): void {
    this.startActivity({
      action: 'android.settings.XIAOMI_ACCOUNT_SYNC_SETTINGS',
      component: { packageName: ACCOUNT_PACKAGE, className: ACCOUNT_SETTINGS.className },
    });
  }

  #openPage(title: SettingsRow['title']): void {
    this.startActivity({ component: SETTINGS_PAGE, extras: { title: this.#strings[title] } });
  }
}
