import { ours, theirs } from './table.ts';

/** Labels of Xiaomi Cloud and of signing out, which asks what happens to the synced data. */
export const cloud = theirs({
  sign_out_password_title: [
    ours('Enter your password'),
    ours('请输入密码'),
    ours('請輸入密碼'),
    ours('Введите пароль'),
  ],
  sign_out_password_message: [
    ours('Find device is on. To sign out, enter the password of account %s.'),
    ours('“查找手机”已开启。要退出登录，请输入账号%s的密码。'),
    ours('「尋找手機」已開啟。若要登出，請輸入帳號%s的密碼。'),
    ours('Поиск устройства включен. Чтобы выйти, введите пароль аккаунта %s.'),
  ],
  sign_out_password_wrong: [
    ours('Incorrect password'),
    ours('密码错误'),
    ours('密碼錯誤'),
    ours('Неверный пароль'),
  ],
  sign_out_title: [
    'Delete synced items from this device?',
    ours('从此设备上删除已同步的内容？'),
    ours('要從此裝置刪除已同步的內容嗎？'),
    ours('Удалить синхронизированные данные с устройства?'),
  ],
  sign_out_message: [
    ours('Contacts, messages and photos stay in Xiaomi Cloud either way.'),
    ours('无论如何，联系人、短信和照片都会保留在小米云服务中。'),
    ours('無論如何，聯絡人、簡訊和相片都會保留在小米雲端服務中。'),
    ours('Контакты, сообщения и фото в любом случае останутся в Xiaomi Cloud.'),
  ],
  sign_out_remove: ['Remove', ours('删除'), ours('刪除'), ours('Удалить')],
  sign_out_keep: ['Keep', ours('保留'), ours('保留'), ours('Сохранить')],
  signing_out: ['Signing out…', ours('正在退出…'), ours('正在登出…'), ours('Выход…')],

  cloud_title: ['Xiaomi Cloud', '小米云服务', ours('小米雲端服務'), ours('Xiaomi Cloud')],
  cloud_intro: [
    ours('Keep what matters on all your devices, and find this one when it is lost.'),
    ours('重要的内容在所有设备上都能看到，手机丢失也能找回。'),
    ours('重要的內容在所有裝置上都能看到，手機遺失也能找回。'),
    ours('Важное — на всех ваших устройствах, а потерянный телефон можно найти.'),
  ],
  cloud_sync: ['Sync', '开启小米云服务', ours('開啟小米雲端服務'), ours('Синхронизация')],
  cloud_sync_summary: [
    ours('Contacts, messages, notes, photos'),
    ours('联系人、短信、便签、照片'),
    ours('聯絡人、簡訊、便箋、相片'),
    ours('Контакты, сообщения, заметки, фото'),
  ],
  cloud_find_device: [
    'Find device',
    '开启查找手机',
    ours('開啟尋找手機'),
    ours('Поиск устройства'),
  ],
  cloud_find_device_summary: [
    ours('Locate and lock this device remotely'),
    ours('远程定位和锁定此设备'),
    ours('遠端定位和鎖定此裝置'),
    ours('Удалённый поиск и блокировка устройства'),
  ],
  cloud_later_hint: [
    ours('You can change this later in Settings.'),
    ours('以后可以在设置中更改。'),
    ours('以後可以在設定中變更。'),
    ours('Это можно изменить позже в настройках.'),
  ],
  cloud_agreement: [
    ours('By tapping “%3$s” you accept the %1$s and the %2$s of Xiaomi Cloud.'),
    ours('点击“%3$s”即表示同意小米云服务的%1$s和%2$s。'),
    ours('點選「%3$s」即表示同意小米雲端服務的%1$s和%2$s。'),
    ours('Нажимая «%3$s», вы принимаете для Xiaomi Cloud: %1$s и %2$s.'),
  ],
  cloud_agree: ['Agree', '同意并继续', ours('同意並繼續'), ours('Согласиться')],
  cloud_skip: [ours('Skip'), ours('跳过'), ours('跳過'), ours('Пропустить')],
  cloud_skip_title: [
    "Don't use Xiaomi Cloud?",
    ours('不使用小米云服务？'),
    ours('不使用小米雲端服務？'),
    ours('Не использовать Xiaomi Cloud?'),
  ],
  cloud_skip_message: [
    ours('Your data stays on this device only, and is lost when the device is.'),
    ours('数据只保存在此设备上，设备丢失时数据也会丢失。'),
    ours('資料只儲存在此裝置上，裝置遺失時資料也會遺失。'),
    ours('Данные останутся только на этом устройстве и пропадут вместе с ним.'),
  ],
  cloud_use: [
    'Use Xiaomi Cloud',
    ours('使用小米云服务'),
    ours('使用小米雲端服務'),
    ours('Использовать Xiaomi Cloud'),
  ],
  cloud_dont_use: ["Don't use", ours('不使用'), ours('不使用'), ours('Не использовать')],
  cloud_signed_out: [
    ours('Sign in to a Xiaomi Account to use Xiaomi Cloud.'),
    ours('登录小米账号后即可使用小米云服务。'),
    ours('登入小米帳號後即可使用小米雲端服務。'),
    ours('Войдите в аккаунт Xiaomi, чтобы использовать Xiaomi Cloud.'),
  ],
});
