import type { Profile } from './profile.ts';

const INCREMENTAL = 'OS2.0.200.9.VMCCNXM';
const BUILD_ID = 'AQ3A.240912.001';

/**
 * Xiaomi 13 (codename fuxi), HyperOS 2 for China on Android 15. The incremental version is a real
 * one; build id, security patch and chip are what phones of its kind have.
 *
 * The screen is 720×1600 at 320 dpi where the real panel is 1080×2400 at 440 dpi: the same shape,
 * with fewer pixels to draw.
 */
export const xiaomi13: Profile = {
  id: 'xiaomi-13',
  name: 'Xiaomi 13',
  display: { widthPx: 720, heightPx: 1600, densityDpi: 320 },
  androidVersion: '15',
  sdk: 35,
  region: 'cn',
  locales: ['zh-CN', 'zh-TW', 'en-US', 'ru-RU', 'es-ES'],
  timeZone: 'Asia/Shanghai',
  defaultCountry: 'CN',
  generation: 'current',
  look: 'hyperos',
  spelling: 'xiaomi',
  accountRow: 'first',
  smsApp: 'com.android.mms',
  properties: {
    'ro.product.name': 'fuxi',
    'ro.product.device': 'fuxi',
    'ro.product.board': 'fuxi',
    'ro.product.model': '2211133C',
    'ro.product.brand': 'Xiaomi',
    'ro.product.manufacturer': 'Xiaomi',
    'ro.product.marketname': 'Xiaomi 13',
    'ro.product.mod_device': 'fuxi',
    'ro.product.first_api_level': '33',
    'ro.product.cpu.abi': 'arm64-v8a',
    'ro.product.cpu.abilist': 'arm64-v8a,armeabi-v7a,armeabi',
    'ro.product.cpu.abilist64': 'arm64-v8a',
    'ro.product.cpu.abilist32': 'armeabi-v7a,armeabi',
    'ro.board.platform': 'kalama',
    'ro.soc.manufacturer': 'QTI',
    'ro.soc.model': 'SM8550',
    'ro.build.id': BUILD_ID,
    'ro.build.display.id': `${BUILD_ID} release-keys`,
    'ro.build.version.incremental': INCREMENTAL,
    'ro.build.version.codename': 'REL',
    'ro.build.version.security_patch': '2025-06-01',
    'ro.build.product': 'fuxi',
    'ro.build.description': `fuxi-user 15 ${BUILD_ID} ${INCREMENTAL} release-keys`,
    'ro.build.fingerprint': `Xiaomi/fuxi/fuxi:15/${BUILD_ID}/${INCREMENTAL}:user/release-keys`,
    'ro.adb.secure': '1',
    'ro.boot.verifiedbootstate': 'green',
    'ro.boot.hwc': 'CN',
    'ro.miui.build.region': 'cn',
    'ro.miui.region': 'CN',
    'ro.miui.ui.version.code': '816',
    'ro.miui.ui.version.name': 'V816',
    'ro.mi.os.version.code': '2',
    'ro.mi.os.version.name': 'OS2.0',
    'ro.mi.os.version.incremental': INCREMENTAL,
    'ro.config.ringtone': 'MiRingtone.ogg',
    'gsm.network.type': 'NR,Unknown',
  },
};
