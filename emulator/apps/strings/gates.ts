import { own, ours, theirs } from './table.ts';

/** Developer options; `adb_install*` and `adb_input*` as Xiaomi's Settings have them in English. */
const developerOptions = theirs({
  developer_options: ['Developer options', '开发者选项', ours('開發人員選項'), 'Для разработчиков'],
  usb_debugging: ['USB debugging', ours('USB调试'), ours('USB偵錯'), 'Отладка по USB'],
  usb_debugging_summary: [
    'Debug mode when USB is connected',
    ours('连接USB后启用调试模式'),
    ours('連接USB後啟用偵錯模式'),
    'Включить режим отладки при подключении по USB',
  ],
  adb_install: ['Install via USB', ours('USB安装'), ours('USB安裝'), ours('Установка через USB')],
  adb_install_summary: [
    ours('Allow installing apps via USB'),
    ours('允许通过USB安装应用'),
    ours('允許透過USB安裝應用程式'),
    ours('Разрешить установку приложений через USB'),
  ],
  adb_input: [
    'USB debugging (Security settings)',
    ours('USB调试（安全设置）'),
    ours('USB偵錯（安全設定）'),
    ours('Отладка по USB (настройки безопасности)'),
  ],
  adb_input_summary: [
    'Allow granting permissions and simulating input via USB debugging',
    ours('允许通过USB调试修改权限或模拟点击'),
    ours('允許透過USB偵錯修改權限或模擬點擊'),
    ours('Разрешить выдачу разрешений и имитацию ввода через отладку по USB'),
  ],
});

/** The Security app's dialog at an installation. */
const usbInstall = theirs({
  usb_install_title: [
    'Install via USB?',
    ours('USB安装提示'),
    ours('USB安裝提示'),
    ours('Установить через USB?'),
  ],
  usb_install_message: [
    ours('A computer wants to install %s on this device.'),
    ours('电脑想在此设备上安装 %s。'),
    ours('電腦想在此裝置上安裝 %s。'),
    ours('Компьютер хочет установить %s на это устройство.'),
  ],
  usb_install_do_not_ask: [
    ours("Don't ask again"),
    ours('记住我的选择'),
    ours('記住我的選擇'),
    ours('Больше не спрашивать'),
  ],
  usb_install_allow: ['Install', '继续安装', ours('繼續安裝'), ours('Установить')],
  usb_install_deny: ['Deny (%d)', '拒绝（%d）', ours('拒絕（%d）'), ours('Отклонить (%d)')],
});

/** The Security app's pages before "USB debugging (Security settings)" is on. */
const adbInputApply = own({
  adb_input_warning_1: [
    'With this on, a computer can change settings and permissions of this device. Go on only if you know the computer.',
    '开启后，电脑可以更改此设备的设置和权限。请仅在您了解该电脑时继续。',
    '開啟後，電腦可以變更此裝置的設定和權限。請僅在您了解該電腦時繼續。',
    'Компьютер сможет менять настройки и разрешения устройства. Продолжайте, только если доверяете ему.',
  ],
  adb_input_warning_2: [
    'It can also press and type in your place. What happens on the screen may not be what you did.',
    '电脑还可以代替您点按和输入。屏幕上发生的操作可能并非出自您本人。',
    '電腦還可以代替您點按和輸入。螢幕上發生的操作可能並非出自您本人。',
    'Он сможет нажимать и вводить текст вместо вас. Действия на экране могут быть не вашими.',
  ],
  adb_input_warning_3: [
    'Accept to take the risk. This can be switched off again at any time.',
    '接受即表示您愿意承担风险。您可以随时关闭此功能。',
    '接受即表示您願意承擔風險。您可以隨時關閉此功能。',
    'Принимая, вы берёте риск на себя. Функцию можно отключить в любое время.',
  ],
  adb_input_accept: ['Accept', '接受', '接受', 'Принять'],
  adb_input_accept_in: ['Accept (%d)', '接受（%d）', '接受（%d）', 'Принять (%d)'],
  adb_input_next: ['Next', '下一步', '下一步', 'Далее'],
  adb_input_next_in: ['Next (%d)', '下一步（%d）', '下一步（%d）', 'Далее (%d)'],
  adb_input_reject: ['Reject', '拒绝', '拒絕', 'Отклонить'],
  gate_needs_account: [
    'Sign in to your Xiaomi Account first',
    '请先登录小米账号',
    '請先登入小米帳號',
    'Сначала войдите в аккаунт Xiaomi',
  ],
  gate_needs_sim: [
    'Insert a SIM card first',
    '请先插入SIM卡',
    '請先插入SIM卡',
    'Сначала вставьте SIM-карту',
  ],
  gate_needs_network: [
    "Can't connect to network",
    '当前网络不可用',
    '目前網路不可用',
    'Не удалось подключиться к сети',
  ],
});

/** System UI's dialog for a computer's key, as in AOSP (`usb_debugging_*`). */
const usbDebugging = theirs({
  usb_debugging_title: [
    'Allow USB debugging?',
    ours('允许USB调试吗？'),
    ours('允許USB偵錯嗎？'),
    ours('Разрешить отладку по USB?'),
  ],
  usb_debugging_message: [
    "The computer's RSA key fingerprint is:\n%1$s",
    ours('这台计算机的RSA密钥指纹如下：\n%1$s'),
    ours('這台電腦的RSA金鑰指紋如下：\n%1$s'),
    ours('Цифровой отпечаток ключа RSA этого компьютера:\n%1$s'),
  ],
  usb_debugging_always: [
    'Always allow from this computer',
    ours('一律允许使用这台计算机进行调试'),
    ours('一律允許透過這台電腦進行偵錯'),
    ours('Всегда разрешать отладку с этого компьютера'),
  ],
  usb_debugging_allow: ['Allow', ours('允许'), ours('允許'), ours('Разрешить')],
  usb_debugging_cancel: ['Cancel', ours('取消'), ours('取消'), ours('Отмена')],
});

const lockScreen = own({
  keyguard_swipe_up: [
    'Swipe up to unlock',
    '上滑解锁',
    '向上滑動以解鎖',
    'Смахните вверх для разблокировки',
  ],
  keyguard_enter_pin: ['Enter PIN', '输入密码', '輸入密碼', 'Введите PIN-код'],
  keyguard_wrong_pin: [
    'Wrong PIN. Try again.',
    '密码错误，请重试',
    '密碼錯誤，請重試',
    'Неверный PIN-код. Повторите попытку.',
  ],
  keyguard_delete: ['Delete', '删除', '刪除', 'Удалить'],
});

/** Texts of the screens that stand between adb and the phone. */
export const gates = {
  ...developerOptions,
  ...usbInstall,
  ...adbInputApply,
  ...usbDebugging,
  ...lockScreen,
};
