import { own, ours, theirs } from './table.ts';

/** Of the notes app; what is its own comes from the scripts of people who automate it. */
export const notes = {
  ...theirs({
    notes_add: [
      'Tap to create a text note. Press and hold to create a voice note. Release the button to stop recording and create the note, or slide up to cancel.',
      '点击创建文字，长按录入语音，松手完成录音并创建，手指上滑取消录音',
      ours('點按建立文字便箋，長按錄入語音，放開即完成錄音並建立，手指上滑取消錄音'),
      ours(
        'Нажмите, чтобы создать текстовую заметку. Удерживайте, чтобы создать голосовую. Отпустите кнопку, чтобы завершить запись, или проведите вверх, чтобы отменить её.',
      ),
    ],
    notes_back: [ours('Back'), '返回', ours('返回'), ours('Назад')],
    notes_done: ['Done', '完成编辑', ours('完成編輯'), ours('Готово')],
    notes_title_hint: [ours('Title'), '标题', ours('標題'), ours('Название')],
  }),
  ...own({
    notes_text_hint: ['Start typing', '开始书写', '開始書寫', 'Начните писать'],
    notes_empty: ['No notes', '没有便签', '沒有便箋', 'Нет заметок'],
  }),
};
