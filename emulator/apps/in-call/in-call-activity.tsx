/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import type { IconName } from '../../ui/icons.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS, SHADE } from '../../ui/theme.ts';
import { FrameLayout, ImageView, LinearLayout, TextView, View } from '../../ui/widgets.tsx';
import { stringsFor } from '../strings/index.ts';

const COLOR = { answer: '#2FBF5B', end: '#F0443C' } as const;

/** A call that rings, or is under way, in place of everything. Back does nothing. */
export class InCallActivity extends Activity {
  override onBackPressed(): void {}

  override render(): UiNode {
    const { calls } = this.system;
    const strings = stringsFor(this.system);
    const isActive = calls.current?.state === 'active';
    return (
      <FrameLayout
        style={{ grow: 1, background: SHADE.background, align: 'center', paddingVertical: 72 }}
      >
        <TextView
          id={this.#id('name')}
          text={calls.current?.from ?? ''}
          style={{ textSize: 28, color: SHADE.ink, marginBottom: 10 }}
        />
        <TextView
          id={this.#id('callStateLabel')}
          text={isActive ? strings.call_active : strings.call_incoming}
          style={{ textSize: 15, color: SHADE.soft }}
        />
        <View important={false} style={{ grow: 1 }} />
        <LinearLayout
          important={false}
          style={{ direction: 'row', gap: 90, justify: 'center', align: 'center' }}
        >
          {isActive
            ? this.#button('endButton', strings.call_end, 'phone-hangup', COLOR.end, () =>
                calls.end(),
              )
            : [
                this.#button('declinebutton', strings.call_decline, 'phone-hangup', COLOR.end, () =>
                  calls.end(),
                ),
                this.#button('answerbutton', strings.call_answer, 'phone', COLOR.answer, () =>
                  calls.answer(),
                ),
              ]}
        </LinearLayout>
      </FrameLayout>
    );
  }

  #button(name: string, desc: string, icon: IconName, color: string, onClick: () => void): UiNode {
    return (
      <ImageView
        key={name}
        id={this.#id(name)}
        desc={desc}
        icon={icon}
        clickable
        onClick={onClick}
        style={{
          width: 68,
          height: 68,
          radius: 34,
          padding: 19,
          background: color,
          color: COLORS.onColor,
        }}
      />
    );
  }

  #id(name: string): string {
    return `${this.packageName}:id/${name}`;
  }
}
