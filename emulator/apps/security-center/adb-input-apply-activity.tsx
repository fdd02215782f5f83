/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { PrimaryButton, SecondaryButton } from '../../ui/components/buttons.tsx';
import { Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { LinearLayout, ScrollView, TextView } from '../../ui/widgets.tsx';
import { format, stringsFor } from '../strings/index.ts';
import { Countdown } from './countdown.ts';
import { securityId } from './ids.ts';
import { inputObstacle } from './requirements.ts';

/** How long each warning must be looked at. */
const READING_S = 5;
const WARNINGS = ['adb_input_warning_1', 'adb_input_warning_2', 'adb_input_warning_3'] as const;

/** Three warnings, each with its countdown, and a check; then the gate `adb-input` is open. */
export class AdbInputApplyActivity extends Activity {
  #page = 0;
  #countdown: Countdown | undefined;

  override onCreate(): void {
    this.#startPage(0);
  }

  override onDestroy(): void {
    this.#countdown?.stop();
  }

  override render(): UiNode {
    const strings = stringsFor(this.system);
    const secondsLeft = this.#countdown?.secondsLeft ?? 0;
    const isLast = this.#page === WARNINGS.length - 1;
    const label = isLast ? strings.adb_input_accept : strings.adb_input_next;
    const labelIn = isLast ? strings.adb_input_accept_in : strings.adb_input_next_in;
    const warning = WARNINGS[this.#page];
    return (
      <Page>
        <PageHeader
          title={strings.adb_input}
          titleIds={{
            bar: securityId('action_bar_title'),
            large: securityId('action_bar_title_expand'),
          }}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <ScrollView>
          <TextView
            id={securityId('warning_info')}
            text={warning ? strings[warning] : ''}
            style={{
              textSize: 16,
              lineHeight: 24,
              color: COLORS.textBody,
              marginTop: theme().bar.line ? 16 : 0,
              marginHorizontal: theme().textMargin,
            }}
          />
        </ScrollView>
        <LinearLayout
          style={{ direction: 'row', gap: 12, marginHorizontal: 24, marginVertical: 20 }}
        >
          <SecondaryButton
            id={securityId('reject')}
            text={strings.adb_input_reject}
            onClick={() => this.finish()}
            style={{ width: '1%', grow: 1 }}
          />
          <PrimaryButton
            id={securityId('accept')}
            text={secondsLeft > 0 ? format(labelIn, secondsLeft) : label}
            enabled={secondsLeft === 0}
            onClick={() => this.#accept()}
            style={{ width: '1%', grow: 1 }}
          />
        </LinearLayout>
      </Page>
    );
  }

  #startPage(page: number): void {
    this.#page = page;
    this.#countdown = new Countdown(this.system.clock, READING_S, () => this.invalidate());
    this.invalidate();
  }

  #accept(): void {
    if (this.#page < WARNINGS.length - 1) {
      this.#startPage(this.#page + 1);
      return;
    }
    const obstacle = inputObstacle(this.system);
    if (obstacle) this.toast(stringsFor(this.system)[obstacle]);
    else this.system.gates.set('adb-input', 'on');
    this.finish();
  }
}
