/** AOSP's name of it, which MIUI keeps. */
export const IN_CALL = {
  packageName: 'com.android.incallui',
  className: 'com.android.incallui.InCallActivity',
} as const;
