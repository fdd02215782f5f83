/** @jsxImportSource #ui */
import { EmptyText } from '../../../../ui/components/empty-text.tsx';
import { AppBar, Page } from '../../../../ui/components/page.tsx';
import { SearchBox } from '../../../../ui/components/search-box.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { theme } from '../../../../ui/themes/theme.ts';
import {
  EditText,
  FrameLayout,
  LinearLayout,
  ListView,
  TextView,
  View,
} from '../../../../ui/widgets.tsx';
import type { ViewTouch } from '../../../../ui/props.ts';
import { countryIndex, type IndexEntry } from '../../country-index.ts';
import { accountId } from '../../ids.ts';
import { countryRows, filterCountries, type Country, type CountryRow } from '../../countries.ts';
import type { AccountLoginActivity } from './login-activity.tsx';
import type { LoginPage } from './login-page.ts';

const STRIP = {
  position: 'absolute',
  top: 4,
  right: 0,
  bottom: 4,
  width: 30,
  paddingRight: 6,
} as const;

const HIGHLIGHT = {
  position: 'absolute',
  top: 120,
  right: 48,
  width: 56,
  height: 56,
  radius: 28,
  color: COLORS.onColor,
  textSize: 26,
  textAlign: 'center',
} as const;

/** Countries and their calling codes, with a search field. */
export class CountryPage implements LoginPage {
  readonly #activity: AccountLoginActivity;
  readonly #onSelect: (country: Country) => void;
  readonly #rows: readonly CountryRow[];
  readonly #index: readonly IndexEntry[];
  #query = '';
  /** The row that the index was asked for last. */
  #shown: { readonly child: number } | undefined;
  /** The letter under the finger. */
  #letter: string | undefined;

  constructor(activity: AccountLoginActivity, onSelect: (country: Country) => void) {
    this.#activity = activity;
    this.#onSelect = onSelect;
    const { locale } = activity.system;
    this.#rows = countryRows(locale);
    this.#index = countryIndex(
      this.#rows.map(({ name }) => name),
      locale,
    );
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
        {found.length === 0 ? <EmptyText text={strings.country_search_empty} /> : null}
        <FrameLayout style={{ grow: 1, shrink: 1 }}>
          <ListView id={accountId('fast_indexer_list')} scrollTo={this.#shown}>
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
                  paddingLeft: 28,
                  paddingRight: 40,
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
                  style={{ textSize: 15, color: COLORS.textSecondary, shrink: 0 }}
                />
              </LinearLayout>
            ))}
          </ListView>
          {this.#query === '' ? this.#indexStrip() : null}
          {this.#letter === undefined ? null : this.#highlight(this.#letter)}
        </FrameLayout>
      </Page>
    );
  }

  /** One view that draws its letters by itself (com.xiaomi.passport.ui.internal.AlphabetFastIndexer). */
  #indexStrip(): UiNode {
    return (
      <View id={accountId('fast_indexer')} onTouch={(touch) => this.#onIndex(touch)} style={STRIP}>
        {this.#index.map(({ label }) => (
          <TextView
            key={label}
            important={false}
            text={label}
            style={{
              textSize: 9,
              height: '1%',
              grow: 1,
              textAlign: 'center',
              color: label === this.#letter ? theme().colors.accent : COLORS.textSecondary,
            }}
          />
        ))}
      </View>
    );
  }

  #highlight(letter: string): UiNode {
    return (
      <TextView
        id={accountId('fast_indexer_high_light')}
        text={letter}
        style={{ ...HIGHLIGHT, background: theme().colors.accent }}
      />
    );
  }

  /** Shows the section of the letter under the finger, from touch to touch. */
  #onIndex({ action, y, height }: ViewTouch): void {
    const last = this.#index.length - 1;
    const entry = this.#index[Math.max(0, Math.min(last, Math.floor((y / height) * (last + 1))))];
    if (!entry) return;
    const touching = action === 'down' || action === 'move';
    if (touching && entry.label !== this.#letter) this.#shown = { child: entry.firstRow };
    this.#letter = touching ? entry.label : undefined;
    this.#activity.host.hideKeyboard();
    this.#activity.invalidate();
  }
}
