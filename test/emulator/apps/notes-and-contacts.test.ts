import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PhoneUnderTest } from './phone-under-test.ts';

const notesView = (name: string) => ({ id: `com.miui.notes:id/${name}` });
const contactsView = (name: string) => ({ id: `com.android.contacts:id/${name}` });

describe('notes and contacts', () => {
  let phone: PhoneUnderTest;

  beforeEach(async () => {
    phone = new PhoneUnderTest();
    await phone.start({ withService: false });
  });
  afterEach(() => phone.stop());

  const openRow = async (text: string) => {
    const row = (await phone.waitFor({ text })).parent;
    assert.ok(row);
    phone.perform(row, { kind: 'click' });
  };
  const writeNote = async (title: string, text: string) => {
    phone.open('com.miui.notes/.ui.NotesListActivity');
    await phone.click(notesView('content_add'));
    await phone.type(notesView('note_title'), title);
    await phone.type(notesView('rich_editor'), text);
  };

  it('a note is kept when the person goes back to the list', async () => {
    await writeNote('Milk', 'two bottles');
    await phone.click(notesView('home'));
    await phone.waitFor({ text: 'Milk' });
    assert.equal((await phone.waitFor(notesView('preview'))).text, 'two bottles');
  });

  it('a note is kept when the person is done, and once', async () => {
    await writeNote('Milk', 'two bottles');
    await phone.click(notesView('done'));
    await phone.click(notesView('home'));
    assert.deepEqual(
      phone.system.notes.rows.map(({ value }) => value),
      [{ title: 'Milk', text: 'two bottles' }],
    );
  });

  it('a note is changed where it is opened from the list', async () => {
    await writeNote('Milk', '');
    await phone.click(notesView('home'));
    await openRow('Milk');
    await phone.type(notesView('rich_editor'), 'three bottles');
    await phone.click(notesView('home'));
    await phone.waitFor({ text: 'three bottles' });
    assert.equal(phone.system.notes.rows.length, 1);
  });

  it('an empty note is none', async () => {
    await writeNote('', '');
    await phone.click(notesView('home'));
    await phone.waitFor({ text: 'No notes' });
  });

  const fillContact = async (...texts: string[]) => {
    phone.open('com.android.contacts/.activities.PeopleActivity');
    await phone.click(contactsView('floating_action_button'));
    await phone.waitFor(contactsView('editor_menu_save_button'));
    const fields = phone.nodes().filter(({ editable }) => editable);
    texts.forEach((text, index) => {
      const field = fields[index];
      assert.ok(field);
      phone.perform(field, { kind: 'setText', text });
    });
    await phone.click(contactsView('editor_menu_save_button'));
  };

  it('a contact is in the list, and has its number behind it', async () => {
    await fillContact('Ann', '10086');
    await openRow('Ann');
    await phone.waitFor({ text: '10086' });
  });

  it('contacts are sorted by name', async () => {
    await fillContact('Bob', '1');
    await fillContact('Ann', '2');
    const names = await phone.waitForAll(contactsView('cliv_name_textview'), 2);
    assert.deepEqual(
      names.map(({ text }) => text),
      ['Ann', 'Bob'],
    );
  });

  it('a contact without a name goes by its number', async () => {
    await fillContact('', '10086');
    await phone.waitFor({ text: '10086' });
  });

  for (const [app, activity] of [
    ['Notes', 'NotesListActivity'],
    ['Contacts', 'PeopleActivity'],
  ] as const) {
    it(`the home screen opens ${app}`, async () => {
      phone.system.activities.home();
      await phone.click({ desc: app });
      assert.equal(phone.activity, activity);
    });
  }
});
