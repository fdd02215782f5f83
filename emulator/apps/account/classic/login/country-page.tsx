/** @jsxImportSource #ui */
import { AppBar, Page } from '../../../../ui/components/page.tsx';
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { LinearLayout, RecyclerView, TextView } from '../../../../ui/widgets.tsx';
import { countryRows, type Country, type CountryRow } from '../../countries.ts';
import { accountId } from '../../ids.ts';
import type { LoginFlowActivity, LoginPage } from '../../login-flow.tsx';
import { ACTION_BAR_TITLE } from '../ids.ts';

/** Countries and their calling codes. */
export class CountryPage implements LoginPage {
  readonly #activity: LoginFlowActivity;
  readonly #onSelect: (country: Country) => void;
  readonly #rows: readonly CountryRow[];

  constructor(activity: LoginFlowActivity, onSelect: (country: Country) => void) {
    this.#activity = activity;
    this.#onSelect = onSelect;
    this.#rows = countryRows(activity.system.locale);
  }

  render(): UiNode {
    const { strings } = this.#activity;
    return (
      <Page style={{ background: COLORS.card }}>
        <AppBar
          title={strings.passport_area_code_title}
          titleId={ACTION_BAR_TITLE}
          backLabel={strings.passport_back}
          onBack={() => this.#activity.back()}
        />
        <RecyclerView className="android.widget.ListView" id={accountId('list')}>
          {this.#rows.map((row) => this.#row(row))}
        </RecyclerView>
      </Page>
    );
  }

  #row(row: CountryRow): UiNode {
    return (
      <LinearLayout
        key={row.code}
        clickable
        onClick={() => this.#onSelect(row)}
        style={{
          direction: 'row',
          align: 'center',
          justify: 'space-between',
          gap: 16,
          minHeight: 48,
          paddingHorizontal: 20,
          paddingVertical: 8,
        }}
      >
        <TextView id={accountId('area')} text={row.name} style={{ textSize: 16, shrink: 1 }} />
        <TextView
          id={accountId('area_code')}
          text={`+${row.callingCode}`}
          style={{ textSize: 14, color: COLORS.textSecondary, shrink: 0 }}
        />
      </LinearLayout>
    );
  }
}
