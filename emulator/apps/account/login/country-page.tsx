/** @jsxImportSource #ui */
import { InputBox } from '../../../ui/components/fields.tsx';
import { AppBar, Page } from '../../../ui/components/page.tsx';
import type { UiNode } from '../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../ui/theme.ts';
import { LinearLayout, RecyclerView, TextView } from '../../../ui/widgets.tsx';
import { accountId } from '../ids.ts';
import { countryRows, filterCountries, type CountryRow } from './countries.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import type { LoginPage } from './login-page.ts';
import { regions, type Region } from './regions.ts';

/** Countries and their calling codes, with a search field. */
export class CountryPage implements LoginPage {
  readonly #activity: AccountLoginActivity;
  readonly #onSelect: (region: Region) => void;
  readonly #rows: readonly CountryRow[];
  #query = '';

  constructor(activity: AccountLoginActivity, onSelect: (region: Region) => void) {
    this.#activity = activity;
    this.#onSelect = onSelect;
    this.#rows = countryRows(regions, activity.system.locale);
  }

  render(): UiNode {
    const activity = this.#activity;
    const { strings } = activity;
    return (
      <Page style={{ background: COLORS.card }}>
        <AppBar
          title={strings.passport_area_code_title}
          backId={accountId('back')}
          backLabel={strings.passport_back}
          onBack={() => activity.back()}
        />
        <LinearLayout style={{ paddingHorizontal: 16, paddingBottom: 8 }}>
          <InputBox
            id={accountId('search')}
            text={this.#query}
            hint={strings.country_search_hint}
            input={{ kind: 'text', action: 'search', autoFocus: false }}
            onTextChange={(text) => {
              this.#query = text;
              activity.invalidate();
            }}
          />
        </LinearLayout>
        <RecyclerView id={accountId('fast_indexer_list')}>
          {filterCountries(this.#rows, this.#query).map((row) => (
            <LinearLayout
              key={row.country}
              clickable
              onClick={() => this.#onSelect(row)}
              style={{
                direction: 'row',
                align: 'center',
                justify: 'space-between',
                minHeight: 54,
                paddingHorizontal: 28,
                gap: 16,
              }}
            >
              <TextView
                id={accountId('area')}
                text={row.name}
                style={{ textSize: 16, shrink: 1 }}
              />
              <TextView
                id={accountId('area_code')}
                text={`+${row.callingCode}`}
                style={{ textSize: 15, color: COLORS.textSecondary }}
              />
            </LinearLayout>
          ))}
        </RecyclerView>
      </Page>
    );
  }
}
