/** @jsxImportSource #ui */
import type { AndroidSystem } from '../../android/system.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { ImageView } from '../../ui/widgets.tsx';
import { wallpaper } from './wallpapers.ts';

type WallpaperSystem = Pick<AndroidSystem, 'display' | 'profile'>;

/** The wallpaper's drawing, and the colour that the status bar has to stand out from. */
export function wallpaperOf({ display, profile }: WallpaperSystem): ReturnType<typeof wallpaper> {
  return wallpaper(profile.look, { width: display.widthPx, height: display.heightPx });
}

/** The phone's wallpaper; reaches under the status bar and the navigation bar. */
export function Wallpaper({ system }: { system: WallpaperSystem }): UiNode {
  const { widthPx, heightPx, densityDpi, statusBarHeightPx } = system.display;
  const dp = (px: number) => (px * 160) / densityDpi;
  return (
    <ImageView
      image={wallpaperOf(system).picture}
      important={false}
      style={{
        position: 'absolute',
        left: 0,
        top: -dp(statusBarHeightPx),
        width: dp(widthPx),
        height: dp(heightPx),
      }}
    />
  );
}
