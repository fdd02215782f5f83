import { ours, own, theirs } from './table.ts';

/** Texts of the pages of Xiaomi Cloud. */
export const cloudPages = {
  ...theirs({
    cloud_continue: ['Continue', '继续', ours('繼續'), ours('Продолжить')],
  }),
  ...own({
    cloud_find_device_title: ['Find device', '查找手机', '尋找手機', 'Поиск устройства'],
    cloud_find_device_about: [
      'Shows where this device is, has it ring, and locks it when it is lost. Signing out then asks for the password.',
      '可查看此设备的位置、让它响铃，丢失时还可将其锁定。开启后，退出登录需要输入密码。',
      '可查看此裝置的位置、讓它響鈴，遺失時還可將其鎖定。開啟後，登出時需要輸入密碼。',
      'Показывает, где находится устройство, включает звонок и блокирует его при потере. Для выхода тогда нужен пароль.',
    ],
    cloud_sync_about: [
      'What is on this device is kept in Xiaomi Cloud and shows up on your other devices.',
      '此设备上的内容会保存到小米云服务，并显示在您的其他设备上。',
      '此裝置上的內容會儲存到小米雲端服務，並顯示在您的其他裝置上。',
      'Данные этого устройства хранятся в Xiaomi Cloud и видны на других ваших устройствах.',
    ],
    cloud_items: ['Synced items', '同步项目', '同步項目', 'Что синхронизируется'],
    cloud_item_contacts: ['Contacts', '联系人', '聯絡人', 'Контакты'],
    cloud_item_messages: ['Messages', '短信', '簡訊', 'Сообщения'],
    cloud_item_calls: ['Call history', '通话记录', '通話紀錄', 'Журнал вызовов'],
    cloud_item_gallery: ['Gallery', '相册', '相簿', 'Галерея'],
    cloud_item_notes: ['Notes', '便签', '便箋', 'Заметки'],
    cloud_item_recordings: ['Recordings', '录音', '錄音', 'Записи'],
    cloud_item_wlan: ['Wi-Fi networks', 'WLAN 网络', 'Wi-Fi 網路', 'Сети Wi-Fi'],
  }),
};
