import { ours, own, theirs } from './table.ts';

/** Texts of the other apps. */
export const system = own({
  messages_search: ['Search messages', '搜索短信', '搜尋簡訊', 'Поиск сообщений'],
  messages_start_chat: ['Start chat', '开始聊天', '開始聊天', 'Начать чат'],
  messages_title: ['Messages', '短信', '簡訊', 'Сообщения'],
  keyboard_baidu: [
    'Baidu Keyboard for Xiaomi',
    '百度输入法小米版',
    '百度輸入法小米版',
    'Клавиатура Baidu для Xiaomi',
  ],
  messages_empty: ['No messages yet', '暂无短信', '尚無簡訊', 'Сообщений пока нет'],
});

/** Labels of the keyboard for passwords; those of two keys were seen on phones set to Chinese. */
export const secureKeyboard = theirs({
  secure_keyboard_title: [
    ours('Secure keyboard'),
    ours('安全键盘'),
    ours('安全鍵盤'),
    ours('Защищённая клавиатура'),
  ],
  secure_keyboard_delete: [ours('Delete'), '删除', ours('刪除'), ours('Удалить')],
  secure_keyboard_done: [ours('Done'), '完成', ours('完成'), ours('Готово')],
});
