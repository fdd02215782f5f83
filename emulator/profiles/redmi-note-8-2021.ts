import type { Profile } from './profile.ts';

const INCREMENTAL = 'V13.0.9.0.SCUMIXM';
const BUILD_ID = 'SP1A.210812.016';

/**
 * Redmi Note 8 2021 (codename biloba), MIUI 13 Global on Android 12, with a real build's version
 * and fingerprint.
 *
 * The screen is 720×1560 at 320 dpi where the real panel is 1080×2340 at 440 dpi: the same shape,
 * with fewer pixels to draw.
 */
export const redmiNote82021: Profile = {
  id: 'redmi-note-8-2021',
  name: 'Redmi Note 8 (2021)',
  display: { widthPx: 720, heightPx: 1560, densityDpi: 320 },
  androidVersion: '12',
  sdk: 31,
  region: 'global',
  locales: ['en-US', 'zh-CN', 'zh-TW', 'ru-RU', 'es-ES'],
  timeZone: 'America/New_York',
  defaultCountry: 'US',
  generation: 'current',
  look: 'miui-13',
  spelling: 'mi',
  accountRow: 'further-down',
  smsApp: 'com.google.android.apps.messaging',
  properties: {
    'ro.product.name': 'biloba_global',
    'ro.product.device': 'biloba',
    'ro.product.board': 'biloba',
    'ro.product.model': 'M1908C3JGG',
    'ro.product.brand': 'Redmi',
    'ro.product.manufacturer': 'Xiaomi',
    'ro.product.marketname': 'Redmi Note 8 (2021)',
    'ro.product.mod_device': 'biloba_global',
    'ro.product.first_api_level': '30',
    'ro.product.cpu.abi': 'arm64-v8a',
    'ro.product.cpu.abilist': 'arm64-v8a,armeabi-v7a,armeabi',
    'ro.product.cpu.abilist64': 'arm64-v8a',
    'ro.product.cpu.abilist32': 'armeabi-v7a,armeabi',
    'ro.board.platform': 'mt6768',
    'ro.soc.manufacturer': 'Mediatek',
    'ro.soc.model': 'MT6769Z',
    'ro.build.id': BUILD_ID,
    'ro.build.display.id': `${BUILD_ID} release-keys`,
    'ro.build.version.incremental': INCREMENTAL,
    'ro.build.version.codename': 'REL',
    'ro.build.version.security_patch': '2023-04-01',
    'ro.build.product': 'biloba',
    'ro.build.description': `biloba_global-user 12 ${BUILD_ID} ${INCREMENTAL} release-keys`,
    'ro.build.fingerprint': `Redmi/biloba_global/biloba:12/${BUILD_ID}/${INCREMENTAL}:user/release-keys`,
    'ro.adb.secure': '1',
    'ro.boot.verifiedbootstate': 'green',
    'ro.boot.hwc': 'Global',
    'ro.miui.build.region': 'global',
    'ro.miui.region': 'US',
    'ro.boot.hardware': 'mt6768',
    'ro.miui.ui.version.code': '13',
    'ro.miui.ui.version.name': 'V130',
    'ro.config.ringtone': 'MiRingtone.ogg',
    'gsm.network.type': 'LTE,Unknown',
  },
};
