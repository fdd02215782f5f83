/** @jsxImportSource #ui */
import type { UiNode } from '../../../../ui/jsx-runtime.ts';
import { COLORS } from '../../../../ui/theme.ts';
import { ImageView, LinearLayout, TextView } from '../../../../ui/widgets.tsx';
import { accountId } from '../../ids.ts';

/** The logo over the title, in the middle of a login page. */
export function LoginHeader({ title }: { title: string }): UiNode {
  return (
    <LinearLayout style={{ align: 'center', marginTop: 8, marginBottom: 28 }}>
      <ImageView
        id={accountId('mi_logo')}
        icon="account"
        style={{
          width: 60,
          height: 60,
          padding: 12,
          radius: 20,
          background: COLORS.brand,
          color: COLORS.onColor,
        }}
      />
      <TextView
        text={title}
        style={{ textSize: 24, fontWeight: 500, marginTop: 16, textAlign: 'center' }}
      />
    </LinearLayout>
  );
}
