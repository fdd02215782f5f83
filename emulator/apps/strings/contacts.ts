import { own } from './table.ts';

/** Of the contacts app. */
export const contacts = own({
  contacts_add: ['New contact', '新建联系人', '新增聯絡人', 'Новый контакт'],
  contacts_empty: ['No contacts', '没有联系人', '沒有聯絡人', 'Нет контактов'],
  contacts_name: ['Name', '姓名', '姓名', 'Имя'],
  contacts_number: ['Phone', '电话', '電話', 'Телефон'],
  contacts_save: ['Save', '保存', '儲存', 'Сохранить'],
});
