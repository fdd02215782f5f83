import type { Profile } from './profile.ts';

const INCREMENTAL = 'OS3.0.5.0.WNRMIXM';
const BUILD_ID = 'BP2A.250605.031.A3';

/**
 * Redmi Note 13 Pro 5G (codename garnet), HyperOS 3 Global on Android 16, with the properties of
 * the phone's real Global build.
 *
 * One thing differs from the real phone: the screen is 720×1600 at 320 dpi (360×800 dp), where
 * the real panel is 1220×2712 at 480 dpi (407×904 dp). A quarter of the pixels makes a screenshot
 * several times cheaper, and the layouts fit either.
 */
export const redmiNote13Pro5g: Profile = {
  id: 'redmi-note-13-pro-5g',
  name: 'Redmi Note 13 Pro 5G',
  display: { widthPx: 720, heightPx: 1600, densityDpi: 320 },
  androidVersion: '16',
  sdk: 36,
  region: 'global',
  locales: ['en-US', 'zh-CN', 'zh-TW', 'ru-RU', 'es-ES'],
  timeZone: 'America/New_York',
  defaultCountry: 'US',
  generation: 'current',
  look: 'hyperos',
  spelling: 'xiaomi',
  accountRow: 'further-down',
  smsApp: 'com.google.android.apps.messaging',
  properties: {
    'ro.product.name': 'garnet_global',
    'ro.product.device': 'garnet',
    'ro.product.board': 'garnet',
    'ro.product.model': '2312DRA50G',
    'ro.product.brand': 'Redmi',
    'ro.product.manufacturer': 'Xiaomi',
    'ro.product.marketname': 'Redmi Note 13 Pro 5G',
    'ro.product.mod_device': 'garnet_global',
    'ro.product.first_api_level': '33',
    'ro.product.cpu.abi': 'arm64-v8a',
    'ro.product.cpu.abilist': 'arm64-v8a,armeabi-v7a,armeabi',
    'ro.product.cpu.abilist64': 'arm64-v8a',
    'ro.product.cpu.abilist32': 'armeabi-v7a,armeabi',
    'ro.board.platform': 'parrot',
    'ro.hardware': 'qcom',
    'ro.soc.manufacturer': 'QTI',
    'ro.soc.model': 'SM7435',
    'ro.build.id': BUILD_ID,
    'ro.build.display.id': `${BUILD_ID} release-keys`,
    'ro.build.version.incremental': INCREMENTAL,
    'ro.build.version.codename': 'REL',
    'ro.build.version.security_patch': '2026-01-01',
    'ro.build.type': 'user',
    'ro.build.tags': 'release-keys',
    'ro.build.characteristics': 'default',
    'ro.build.product': 'garnet',
    'ro.build.description': `garnet_global-user 16 ${BUILD_ID} ${INCREMENTAL} release-keys`,
    'ro.build.fingerprint': `Redmi/garnet_global/garnet:16/${BUILD_ID}/${INCREMENTAL}:user/release-keys`,
    'ro.debuggable': '0',
    'ro.secure': '1',
    'ro.adb.secure': '1',
    'ro.boot.verifiedbootstate': 'green',
    'ro.boot.hardware.sku': 'garnet',
    'ro.boot.hwc': 'Global',
    'ro.miui.build.region': 'global',
    'ro.miui.region': 'US',
    'ro.miui.ui.version.code': '816',
    'ro.miui.ui.version.name': 'V816',
    'ro.mi.os.version.code': '3',
    'ro.mi.os.version.name': 'OS3.0',
    'ro.mi.os.version.incremental': INCREMENTAL,
    'ro.config.ringtone': 'MiRingtone.ogg',
    'persist.security.adbinput': '1',
    'persist.sys.usb.config': 'adb',
    'gsm.network.type': 'NR,Unknown',
  },
};
