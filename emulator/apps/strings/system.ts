import { own } from './table.ts';

/** Texts of the other apps. */
export const system = own({
  messages_title: ['Messages', '短信', '簡訊', 'Сообщения'],
  messages_empty: ['No messages yet', '暂无短信', '尚無簡訊', 'Сообщений пока нет'],
});
