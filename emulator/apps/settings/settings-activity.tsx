/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { ListRow } from '../../ui/components/list-row.tsx';
import { Card, Page, PageHeader } from '../../ui/components/page.tsx';
import { SearchBox } from '../../ui/components/search-box.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { RecyclerView, TextView } from '../../ui/widgets.tsx';
import { ACCOUNT_PACKAGE, ACCOUNT_SETTINGS } from '../account/ids.ts';
import { stringsFor } from '../strings/index.ts';
import { AccountHeader } from './account-row.tsx';
import { homeGroups } from './home-layouts.ts';
import { homeList, titleIds } from './ids.ts';
import { pageIntent } from './page-activity.tsx';
import { ROW_IDS } from './row-ids.ts';
import { settingsRow, type RowName } from './rows.ts';

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
    const { profile } = this.system;
    const groups = homeGroups(profile);
    return (
      <Page>
        <PageHeader title={strings.settings_title} titleIds={titleIds(profile)} />
        <RecyclerView {...homeList(profile.look)}>
          <SearchBox onClick={() => this.#openPage('search')}>
            <TextView
              id="android:id/input"
              text={strings.settings_search}
              style={{ textSize: 16, color: COLORS.textSecondary }}
            />
          </SearchBox>
          {profile.accountRow === 'first' ? (
            <Card>
              <AccountHeader
                system={this.system}
                strings={strings}
                onClick={() => this.#openAccount()}
              />
            </Card>
          ) : null}
          {groups.map(({ caption, rows }, index) => (
            <Card
              key={index}
              {...(caption ? { caption: strings[caption] } : {})}
              line={index < groups.length - 1}
            >
              {rows.map((name) => this.#row(name))}
            </Card>
          ))}
        </RecyclerView>
      </Page>
    );
  }

  #row(name: RowName): UiNode {
    const row = settingsRow(name);
    return (
      <ListRow
        key={name}
        ids={ROW_IDS}
        title={this.#strings[name]}
        icon={row.icon}
        iconColor={row.color}
        value={row.value?.(this.system, this.#strings) ?? ''}
        onClick={() => (name === 'xiaomi_account' ? this.#openAccount() : this.#openPage(name))}
      />
    );
  }

  #openAccount(): void {
    this.startActivity({
      action: 'android.settings.XIAOMI_ACCOUNT_SYNC_SETTINGS',
      component: { packageName: ACCOUNT_PACKAGE, className: ACCOUNT_SETTINGS.className },
    });
  }

  #openPage(page: RowName | 'search'): void {
    this.startActivity(pageIntent(page));
  }
}
