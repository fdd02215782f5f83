import { own, ours, theirs } from './table.ts';

/** Labels of the Settings app. English and simplified Chinese are HyperOS'. */
export const settings = theirs({
  settings_title: ['Settings', '设置', ours('設定'), ours('Настройки')],
  settings_search: [
    'Search settings',
    ours('搜索系统设置项'),
    ours('搜尋設定'),
    ours('Поиск настроек'),
  ],
  wlan: ['WLAN', 'WLAN', ours('WLAN'), ours('Wi-Fi')],
  bluetooth: ['Bluetooth', '蓝牙', ours('藍牙'), ours('Bluetooth')],
  sim_cards: [
    'SIM cards & mobile networks',
    '双卡与移动网络',
    ours('雙卡與行動網路'),
    ours('SIM-карты и мобильные сети'),
  ],
  more_connectivity: [
    'More connectivity options',
    ours('更多连接方式'),
    ours('更多連線方式'),
    ours('Другие подключения'),
  ],
  display: [
    'Display & brightness',
    ours('显示与亮度'),
    ours('顯示與亮度'),
    ours('Экран и яркость'),
  ],
  sound: ['Sound & vibration', ours('声音与触感'), ours('聲音與震動'), ours('Звук и вибрация')],
  notifications: [
    'Notifications & status bar',
    ours('通知与状态栏'),
    ours('通知與狀態列'),
    ours('Уведомления и строка состояния'),
  ],
  home_screen: ['Home screen', ours('桌面'), ours('主畫面'), ours('Рабочий стол')],
  lock_screen: ['Lock screen', ours('锁屏'), ours('鎖定螢幕'), ours('Экран блокировки')],
  passwords_security: [
    'Passwords & security',
    ours('密码与安全'),
    ours('密碼與安全'),
    ours('Пароли и безопасность'),
  ],
  privacy_security: [
    'Privacy & security',
    ours('隐私与安全'),
    ours('隱私與安全'),
    ours('Конфиденциальность и безопасность'),
  ],
  apps: ['Apps', '应用设置', ours('應用程式設定'), ours('Приложения')],
  battery: ['Battery', '省电与电池', ours('省電與電池'), ours('Батарея')],
  screen_time: ['Screen time', ours('屏幕使用时间'), ours('螢幕使用時間'), ours('Экранное время')],
  accessibility: ['Accessibility', ours('无障碍'), ours('無障礙'), ours('Специальные возможности')],
  additional_settings: [
    'Additional settings',
    '更多设置',
    ours('更多設定'),
    ours('Расширенные настройки'),
  ],
  about_phone: ['About phone', '关于手机', ours('關於手機'), ours('О телефоне')],
  xiaomi_account: ['Xiaomi Account', '小米账号', ours('小米帳號'), ours('Аккаунт Xiaomi')],
  account_sign_in: [
    'Sign in to Xiaomi Account',
    '登录小米账号',
    ours('登入小米帳號'),
    ours('Войдите в аккаунт Xiaomi'),
  ],
  account_sign_in_summary: [
    'All Xiaomi services. One Xiaomi Account.',
    '享受更多小米服务',
    ours('享受更多小米服務'),
    ours('Все сервисы Xiaomi в одном аккаунте.'),
  ],
  account_signed_in_summary: [
    'Manage accounts, cloud services, and more',
    '管理账号、云服务等',
    ours('管理帳號、雲端服務等'),
    ours('Аккаунты, облачные сервисы и другое'),
  ],
  on: [ours('On'), ours('开启'), ours('開啟'), ours('Вкл.')],
  off: [ours('Off'), ours('关闭'), ours('關閉'), ours('Выкл.')],
});

/** Rows and captions of which no source gives the texts. */
export const settingsRows = own({
  wifi: ['Wi-Fi', 'WLAN', 'Wi-Fi', 'Wi-Fi'],
  hotspot: ['Portable hotspot', '个人热点', '個人熱點', 'Точка доступа'],
  wallpaper: ['Wallpaper', '壁纸', '桌布', 'Обои'],
  themes: ['Themes', '个性主题', '個性主題', 'Темы'],
  storage: ['Storage', '存储空间', '儲存空間', 'Память'],
  special_features: ['Special features', '特色功能', '特色功能', 'Особые возможности'],
  system_apps: ['System app settings', '系统应用设置', '系統應用程式設定', 'Системные приложения'],
  accounts_sync: ['Accounts & sync', '账号与同步', '帳號與同步', 'Аккаунты и синхронизация'],
  wireless_networks: ['Wireless & networks', '无线和网络', '無線與網路', 'Беспроводные сети'],
  personal: ['Personal', '个性化', '個人化', 'Персонализация'],
  system_device: ['System & device', '系统和设备', '系統與裝置', 'Система и устройство'],
  accounts: ['Accounts', '账号', '帳號', 'Аккаунты'],
  apps_caption: ['Apps', '应用', '應用程式', 'Приложения'],
});
