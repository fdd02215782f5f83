import { own } from './table.ts';

/** Texts of the account app beside those of its resources that are known. */
export const accountOwn = own({
  ok: ['OK', '确定', '確定', 'ОК'],
  cancel: ['Cancel', '取消', '取消', 'Отмена'],

  consent_text: [
    'I have read and accept the %1$s and the %2$s.',
    '我已阅读并同意%1$s和%2$s。',
    '我已閱讀並同意%1$s和%2$s。',
    'Прочитано и принято: %1$s и %2$s.',
  ],
  consent_dialog_title: [
    'User Agreement and Privacy Policy',
    '用户协议与隐私政策',
    '用戶協議與隱私政策',
    'Условия использования и конфиденциальность',
  ],
  consent_dialog_message: [
    'Please read and accept the %1$s and the %2$s to go on.',
    '请阅读并同意%1$s和%2$s后继续。',
    '請閱讀並同意%1$s和%2$s後繼續。',
    'Чтобы продолжить, ознакомьтесь и согласитесь: %1$s и %2$s.',
  ],
  country_search_hint: [
    'Search country or code',
    '搜索国家/地区或号码',
    '搜尋國家/地區或號碼',
    'Поиск страны или кода',
  ],
  country_search_empty: [
    'No country found',
    '没有找到国家/地区',
    '找不到國家/地區',
    'Страна не найдена',
  ],
  login_id_hint: [
    'Email, phone or account ID',
    '邮箱/手机号/小米ID',
    '電子郵件/手機號碼/小米ID',
    'Почта, телефон или ID',
  ],
  password_hint: ['Password', '密码', '密碼', 'Пароль'],
  find_password: ['Forgot password?', '忘记密码？', '忘記密碼？', 'Забыли пароль?'],
  password_wrong: [
    'Incorrect account or password',
    '账号或密码错误',
    '帳號或密碼錯誤',
    'Неверный аккаунт или пароль',
  ],
  web_check_title: ['Security check', '安全验证', '安全驗證', 'Проверка безопасности'],
  web_check_message: [
    'Press the orange button and hold it until it is full.',
    '请按住橙色按钮，直到填满为止。',
    '請按住橘色按鈕，直到填滿為止。',
    'Нажмите оранжевую кнопку и удерживайте её, пока она не заполнится.',
  ],
  web_check_hold: ['Press and hold', '按住', '按住', 'Удерживайте'],
  web_check_release: ['Let go', '松开', '鬆開', 'Отпустите'],
  web_check_wrong: [
    'That was too short. Try again.',
    '时间太短，请重试。',
    '時間太短，請重試。',
    'Слишком быстро. Повторите попытку.',
  ],
  sim_new_account: ['Number of this phone', '本机号码', '本機號碼', 'Номер этого телефона'],
  password_is_set: ['Set', '已设置', '已設定', 'Задан'],
  password_is_not_set: ['Not set', '未设置', '未設定', 'Не задан'],
  this_device: ['This device', '本机', '本機', 'Это устройство'],
  find_password_message: [
    'Sign in with a code by SMS instead: go back and enter the phone number.',
    '请改用短信验证码登录：返回并输入手机号码。',
    '請改用簡訊驗證碼登入：返回並輸入手機號碼。',
    'Войдите по коду из SMS: вернитесь назад и введите номер телефона.',
  ],
  help_message: [
    'Enter the number of a phone at hand. A message with a code is sent to it; enter the code to sign in.',
    '请输入身边手机的号码。我们会发送一条带验证码的短信，输入验证码即可登录。',
    '請輸入身邊手機的號碼。我們會傳送一則帶驗證碼的簡訊，輸入驗證碼即可登入。',
    'Введите номер телефона, который у вас под рукой. На него придёт сообщение с кодом для входа.',
  ],
  code_help_message: [
    'Check that the phone has signal and that the message is not among the blocked ones. The code can take a few minutes.',
    '请检查手机信号，并确认短信没有被拦截。验证码可能需要几分钟才能送达。',
    '請檢查手機訊號，並確認簡訊沒有被封鎖。驗證碼可能需要幾分鐘才能送達。',
    'Проверьте сигнал сети и заблокированные сообщения. Код может прийти через несколько минут.',
  ],
  account_title: ['Xiaomi Account', '小米账号', '小米帳號', 'Аккаунт Xiaomi'],
  sign_in_notification_text: [
    'For Xiaomi Cloud, Find device and more',
    '使用云服务、查找设备等',
    '使用雲端服務、尋找裝置等',
    'Для Xiaomi Cloud, поиска устройства и другого',
  ],
  account_cloud: ['Xiaomi Cloud', '小米云服务', '小米雲端服務', 'Xiaomi Cloud'],
});
