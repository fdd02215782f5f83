import type { Profile } from './profile.ts';

const INCREMENTAL = 'V10.2.6.0.PCMCNXM';
const BUILD_ID = 'PKQ1.190319.001';

/**
 * Redmi 7A (codename pine), MIUI 10 for China on Android 9, the oldest system here: it has the
 * classic account app. The screen has the real panel's pixels. The incremental version is a real
 * one; build id and security patch are what phones of its kind have.
 */
export const redmi7a: Profile = {
  id: 'redmi-7a',
  name: 'Redmi 7A',
  display: { widthPx: 720, heightPx: 1440, densityDpi: 320 },
  androidVersion: '9',
  sdk: 28,
  region: 'cn',
  locales: ['zh-CN', 'zh-TW', 'en-US', 'ru-RU', 'es-ES'],
  timeZone: 'Asia/Shanghai',
  defaultCountry: 'CN',
  generation: 'classic',
  look: 'miui-10',
  spelling: 'mi',
  accountRow: 'further-down',
  smsApp: 'com.android.mms',
  properties: {
    'ro.product.name': 'pine',
    'ro.product.device': 'pine',
    'ro.product.board': 'pine',
    'ro.product.model': 'M1903C3EC',
    'ro.product.brand': 'Xiaomi',
    'ro.product.manufacturer': 'Xiaomi',
    'ro.product.marketname': 'Redmi 7A',
    'ro.product.mod_device': 'pine',
    'ro.product.first_api_level': '28',
    'ro.product.cpu.abi': 'arm64-v8a',
    'ro.product.cpu.abilist': 'arm64-v8a,armeabi-v7a,armeabi',
    'ro.product.cpu.abilist64': 'arm64-v8a',
    'ro.product.cpu.abilist32': 'armeabi-v7a,armeabi',
    'ro.board.platform': 'msm8937',
    'ro.soc.manufacturer': 'QTI',
    'ro.soc.model': 'SDM439',
    'ro.build.id': BUILD_ID,
    'ro.build.display.id': `${BUILD_ID} release-keys`,
    'ro.build.version.incremental': INCREMENTAL,
    'ro.build.version.codename': 'REL',
    'ro.build.version.security_patch': '2019-08-01',
    'ro.build.product': 'pine',
    'ro.build.description': `pine-user 9 ${BUILD_ID} ${INCREMENTAL} release-keys`,
    'ro.build.fingerprint': `Xiaomi/pine/pine:9/${BUILD_ID}/${INCREMENTAL}:user/release-keys`,
    'ro.adb.secure': '1',
    'ro.boot.verifiedbootstate': 'green',
    'ro.boot.hwc': 'CN',
    'ro.miui.build.region': 'cn',
    'ro.miui.region': 'CN',
    'ro.miui.ui.version.code': '8',
    'ro.miui.ui.version.name': 'V10',
    'ro.config.ringtone': 'MiRingtone.ogg',
    'gsm.network.type': 'LTE,Unknown',
  },
};
