/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { ListRow } from '../../ui/components/list-row.tsx';
import { AppBar, Card, Page } from '../../ui/components/page.tsx';
import { EmptyText } from '../../ui/components/empty-text.tsx';
import { SearchBox } from '../../ui/components/search-box.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { EditText, RecyclerView } from '../../ui/widgets.tsx';
import { stringsFor } from '../strings/index.ts';
import { homeGroups } from './home-layouts.ts';
import { settingsId } from './ids.ts';
import { pageIntent } from './page-activity.tsx';
import { ROW_IDS } from './row-ids.ts';

/** Finds rows of the home page by their title. */
export class SettingsSearchActivity extends Activity {
  #query = '';

  override render(): UiNode {
    const { system } = this;
    const strings = stringsFor(system);
    const query = this.#query.trim().toLowerCase();
    const rows = homeGroups({ ...system.profile, accountRow: 'first' }).flatMap(({ rows }) => rows);
    const found = rows.filter((name) => query && strings[name].toLowerCase().includes(query));
    return (
      <Page>
        <AppBar backLabel={strings.passport_back} onBack={() => this.finish()} />
        <SearchBox>
          <EditText
            id="android:id/input"
            hint={strings.settings_search}
            text={this.#query}
            input={{ kind: 'text', action: 'search', autoFocus: true }}
            onTextChange={(text) => this.#search(text)}
            style={{ grow: 1, shrink: 1, maxLines: 1 }}
          />
        </SearchBox>
        {query !== '' && found.length === 0 ? (
          <EmptyText text={strings.settings_search_none} />
        ) : null}
        <RecyclerView id={settingsId('search_result_list')}>
          <Card line={false}>
            {found.map((name) => (
              <ListRow
                key={name}
                ids={ROW_IDS}
                title={strings[name]}
                onClick={() => this.startActivity(pageIntent(name))}
              />
            ))}
          </Card>
        </RecyclerView>
      </Page>
    );
  }

  #search(query: string): void {
    this.#query = query;
    this.invalidate();
  }
}
