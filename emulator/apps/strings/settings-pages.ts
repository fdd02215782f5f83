import { own } from './table.ts';

/** Texts of the pages of Settings. */
export const settingsPages = own({
  language_input: ['Languages & input', '语言与输入法', '語言與輸入法', 'Язык и ввод'],
  languages: ['Languages', '语言', '語言', 'Язык'],
  settings_search_none: ['No settings found', '没有找到设置项', '找不到設定', 'Ничего не найдено'],
  current_keyboard: ['Current keyboard', '当前输入法', '目前的輸入法', 'Текущая клавиатура'],
  mobile_data: ['Mobile data', '移动数据', '行動數據', 'Мобильный интернет'],
  airplane_mode: ['Airplane mode', '飞行模式', '飛航模式', 'Режим полёта'],
  font_size: ['Font size', '字体大小', '字型大小', 'Размер шрифта'],
  font_small: ['Small', '小', '小', 'Мелкий'],
  font_medium: ['Medium', '标准', '標準', 'Средний'],
  font_large: ['Large', '大', '大', 'Крупный'],
  font_huge: ['Extra large', '特大', '特大', 'Очень крупный'],
  font_sample: [
    'This is how large text is on this phone.',
    '此手机上的文字大小如下。',
    '此手機上的文字大小如下。',
    'Так выглядит текст на этом телефоне.',
  ],
  device_name: ['Device name', '设备名称', '裝置名稱', 'Имя устройства'],
  model: ['Model', '型号', '型號', 'Модель'],
  miui_version: ['MIUI version', 'MIUI 版本', 'MIUI 版本', 'Версия MIUI'],
  hyperos_version: ['OS version', 'OS 版本', 'OS 版本', 'Версия ОС'],
  android_version: ['Android version', 'Android 版本', 'Android 版本', 'Версия Android'],
  security_patch: [
    'Android security update',
    'Android 安全更新',
    'Android 安全性更新',
    'Обновление системы безопасности Android',
  ],
  add_account: ['Add account', '添加账号', '新增帳號', 'Добавить аккаунт'],
  account_of_google: ['Google', 'Google', 'Google', 'Google'],
  sync_enable: ['Sync data', '同步数据', '同步資料', 'Синхронизация данных'],
  wifi_only: [
    'Sync over Wi-Fi only',
    '仅在 WLAN 下同步',
    '僅透過 Wi-Fi 同步',
    'Только через Wi-Fi',
  ],
});
