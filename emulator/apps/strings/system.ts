import { own } from './table.ts';

/** Texts of the other apps. */
export const system = own({
  messages_search: ['Search messages', '搜索短信', '搜尋簡訊', 'Поиск сообщений'],
  messages_start_chat: ['Start chat', '开始聊天', '開始聊天', 'Начать чат'],
  messages_title: ['Messages', '短信', '簡訊', 'Сообщения'],
  messages_empty: ['No messages yet', '暂无短信', '尚無簡訊', 'Сообщений пока нет'],
});
