import { ours, own, theirs } from './table.ts';

/** The system's dialog about an app that does not respond, as in AOSP. */
const notResponding = theirs({
  anr_activity_application: [
    "%s isn't responding",
    ours('“%s”没有响应'),
    ours('「%s」沒有回應'),
    'Приложение "%s" не отвечает',
  ],
  aerr_close_app: ['Close app', ours('关闭应用'), ours('關閉應用程式'), 'Закрыть приложение'],
  aerr_wait: ['Wait', ours('等待'), ours('等待'), 'Подождать'],
});

/** The permission controller's dialog: the frame as in AOSP and on MIUI in Chinese. */
const permission = theirs({
  permission_warning_template: [
    'Allow %1$s to %2$s?',
    '要允许%1$s%2$s吗？',
    '要允許「%1$s」%2$s嗎？',
    'Разрешить приложению "%1$s" %2$s?',
  ],
  permission_sms: [
    'send and view SMS messages',
    '发送和查看短信',
    ours('傳送及查看簡訊'),
    ours('отправлять и просматривать SMS'),
  ],
  permission_phone: [
    'make and manage phone calls',
    '拨打电话及管理通话',
    ours('撥打電話及管理通話'),
    ours('осуществлять вызовы и управлять ими'),
  ],
  permission_contacts: [
    'access your contacts',
    '访问您的通讯录',
    ours('存取您的聯絡人'),
    ours('получать доступ к контактам'),
  ],
  permission_unknown: [
    'perform an unknown action',
    '执行未知操作',
    '執行不明的動作',
    ours('выполнить неизвестное действие'),
  ],
  permission_allow: ['Allow', '允许', '允許', ours('Разрешить')],
  permission_deny: ['Deny', '拒绝', '拒絕', ours('Запретить')],
});

/** The updater's dialog; what its title and its first button say was seen on phones. */
const systemUpdate = theirs({
  auto_update_title: [
    'Install automatically?',
    '开启智能更新',
    ours('開啟智慧更新'),
    ours('Устанавливать автоматически?'),
  ],
  auto_update_message: [
    ours('Updates will be downloaded over WLAN and installed at night while the device charges.'),
    ours('将在WLAN下自动下载更新，并于夜间充电时安装。'),
    ours('將在WLAN下自動下載更新，並於夜間充電時安裝。'),
    ours('Обновления будут загружаться по Wi-Fi и устанавливаться ночью во время зарядки.'),
  ],
  auto_update_no: ['No', '暂不开启', ours('暫不開啟'), ours('Нет')],
  auto_update_yes: [ours('Yes'), ours('立即开启'), ours('立即開啟'), ours('Да')],
});

/** What the app store says of a new version of an app. */
const appUpdate = own({
  app_update_title: ['Update available', '发现新版本', '發現新版本', 'Доступно обновление'],
  app_update_message: [
    'A new version of %s is ready to be installed.',
    '%s有新版本，可立即更新。',
    '%s有新版本，可立即更新。',
    'Готова к установке новая версия: %s.',
  ],
  app_update_later: ['Later', '稍后', '稍後', 'Позже'],
  app_update_now: ['Update', '更新', '更新', 'Обновить'],
});

/** A dialog of the weather app, which stands for any that no test knows. */
const weather = own({
  weather_label: ['Weather', '天气', '天氣', 'Погода'],
  weather_title: ['Thunderstorm warning', '雷电预警', '雷電警報', 'Предупреждение о грозе'],
  weather_message: [
    'Thunderstorms are expected near you within the hour.',
    '您附近一小时内预计有雷暴。',
    '您附近一小時內預計有雷暴。',
    'В течение часа рядом с вами ожидается гроза.',
  ],
  weather_close: ['Got it', '知道了', '知道了', 'Понятно'],
});

/** System UI's warning. */
const lowBattery = own({
  low_battery_title: ['Low battery', '电量不足', '電量不足', 'Низкий заряд батареи'],
  low_battery_level: ['%d% left', '剩余电量%d%', '剩餘電量%d%', 'Осталось %d%'],
  low_battery_ok: ['OK', '知道了', '知道了', 'ОК'],
  low_battery_saver: ['Battery saver', '省电模式', '省電模式', 'Экономия заряда'],
});

/** The call screen and its notification. */
const call = own({
  call_app: ['Phone', '电话', '電話', 'Телефон'],
  call_incoming: ['Incoming call', '来电', '來電', 'Входящий вызов'],
  call_active: ['In call', '通话中', '通話中', 'Разговор'],
  call_answer: ['Answer', '接听', '接聽', 'Ответить'],
  call_decline: ['Decline', '拒接', '拒接', 'Отклонить'],
  call_end: ['End call', '挂断', '掛斷', 'Завершить'],
});

const recents = own({
  recents_empty: [
    'No recent apps',
    '没有最近使用的应用',
    '沒有最近使用的應用程式',
    'Нет недавних приложений',
  ],
});

/** Texts of what comes in between while a person does something else. */
export const interruptions = {
  ...notResponding,
  ...permission,
  ...systemUpdate,
  ...appUpdate,
  ...weather,
  ...recents,
  ...call,
  ...lowBattery,
};
