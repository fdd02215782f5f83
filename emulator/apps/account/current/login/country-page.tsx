/** @jsxImportSource #ui */
import { AppBar, Page } from '../../../../ui/components/page.tsx';
import { SearchBox } from '../../../../ui/components/search-box.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { EditText, LinearLayout, RecyclerView, TextView } from '../../../../ui/widgets.tsx';
import { accountId } from '../../ids.ts';
import { countryRows, filterCountries, type Country, type CountryRow } from '../../countries.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import type { LoginPage } from './login-page.ts';

/** Countries and their calling codes, with a search field. */
export class CountryPage implements LoginPage {
  readonly #activity: AccountLoginActivity;
  readonly #onSelect: (country: Country) => void;
  readonly #rows: readonly CountryRow[];
  #query = '';

  constructor(activity: AccountLoginActivity, onSelect: (country: Country) => void) {
    this.#activity = activity;
    this.#onSelect = onSelect;
    this.#rows = countryRows(activity.system.locale);
  }

  render(): UiNode {
    const activity = this.#activity;
    const { strings } = activity;
    const found = filterCountries(this.#rows, this.#query);
    return (
      <Page style={{ background: COLORS.card }}>
        <AppBar
          title={strings.passport_area_code_title}
          backId={accountId('back')}
          backLabel={strings.passport_back}
          onBack={() => activity.back()}
        />
        <SearchBox>
          <EditText
            id={accountId('search')}
            text={this.#query}
            hint={strings.country_search_hint}
            input={{ kind: 'text', action: 'search' }}
            onTextChange={(text) => {
              this.#query = text;
              activity.invalidate();
            }}
            style={{ grow: 1, height: 46 }}
          />
        </SearchBox>
        {found.length === 0 ? (
          <TextView
            text={strings.country_search_empty}
            style={{ textAlign: 'center', marginTop: 40, color: COLORS.textSecondary }}
          />
        ) : null}
        <RecyclerView id={accountId('fast_indexer_list')}>
          {found.map((row) => (
            <LinearLayout
              key={row.code}
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
