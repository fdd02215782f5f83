/** Address of the built-in screen (android.view.DisplayAddress.Physical), as SurfaceFlinger gives it. */
export const PHYSICAL_DISPLAY_ID = '4630946736638489730';
