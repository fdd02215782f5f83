/** @jsxRuntime automatic @jsxImportSource #ui */
import type { IconName } from '../icons.ts';
import type { UiNode } from '../jsx-runtime.ts';
import { SYSTEM_BARS } from '../theme.ts';
import { theme } from '../themes/theme.ts';
import { FrameLayout, ImageView, View } from '../widgets.tsx';

interface NavigationBarProps {
  readonly heightDp: number;
  /** Colour of what lies below, to stand out from it. */
  readonly dark: boolean;
  readonly onRecents: () => void;
  readonly onHome: () => void;
  readonly onBack: () => void;
}

/** The pill of gesture navigation, or three buttons in MIUI's order. */
export function NavigationBar(props: NavigationBarProps): UiNode {
  return theme().navigation.kind === 'pill' ? <Pill {...props} /> : <Buttons {...props} />;
}

function Pill({ heightDp, dark }: NavigationBarProps): UiNode {
  return (
    <FrameLayout style={{ height: heightDp, align: 'center', justify: 'center' }}>
      <View
        id="com.android.systemui:id/home_handle"
        style={{
          width: 130,
          height: 4,
          radius: 2,
          background: (dark ? SYSTEM_BARS.dark : SYSTEM_BARS.light).pill,
        }}
      />
    </FrameLayout>
  );
}

function Buttons(props: NavigationBarProps): UiNode {
  const { heightDp, dark, onRecents, onHome, onBack } = props;
  const color = (dark ? SYSTEM_BARS.dark : SYSTEM_BARS.light).button;
  const button = (id: string, desc: string, icon: IconName, onClick: () => void) => (
    <ImageView
      id={`com.android.systemui:id/${id}`}
      desc={desc}
      icon={icon}
      onClick={onClick}
      style={{ width: '1%', grow: 1, height: heightDp, padding: 13, color }}
    />
  );
  return (
    <FrameLayout style={{ direction: 'row', height: heightDp }}>
      {button('recent_apps', 'Overview', 'nav-recents', onRecents)}
      {button('home', 'Home', 'nav-home', onHome)}
      {button('back', 'Back', 'nav-back', onBack)}
    </FrameLayout>
  );
}
