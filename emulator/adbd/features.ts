/**
 * What this adbd tells the host it can do, a subset of what Android 16 announces
 * (AOSP packages/modules/adb/transport.cpp, `supported_features`). A host uses a way of its own
 * for whatever is missing: without `abb_exec` installs arrive as `exec:cmd package install`,
 * without `sendrecv_v2` files travel uncompressed, without `delayed_ack` every WRTE is
 * acknowledged before the next.
 */
export const FEATURES = ['shell_v2', 'cmd', 'stat_v2', 'ls_v2', 'fixed_push_mkdir'] as const;
