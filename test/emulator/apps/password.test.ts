import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { xiaomi13 } from '../../../emulator/profiles/xiaomi-13.ts';
import type { AccountServiceOptions } from '../../../emulator/service/service.ts';
import { account, CODE, PhoneUnderTest } from './phone-under-test.ts';

const NUMBER = '+12015550123';
const PASSWORD = 'secret';
const SECURE_KEYBOARD = 'com.miui.securityinputmethod';

describe('signing in with a password', () => {
  let phone: PhoneUnderTest;

  const start = async (
    options: Partial<AccountServiceOptions> = {},
    device: ConstructorParameters<typeof PhoneUnderTest>[1] = {},
  ) => {
    phone = new PhoneUnderTest(
      { accounts: [{ phone: NUMBER, password: PASSWORD }], ...options },
      device,
    );
    await phone.start();
    await phone.toPhonePage();
  };
  afterEach(() => phone.stop());

  const fields = () => phone.waitForAll(account('input'), 2);
  const signIn = async (login: string, password: string) => {
    await phone.click(account('password_login'));
    const [loginField, passwordField] = await fields();
    assert.ok(loginField && passwordField);
    phone.perform(loginField, { kind: 'setText', text: login });
    phone.perform(passwordField, { kind: 'setText', text: password });
    await phone.click(account('login'));
  };
  const focusPassword = async () => {
    await phone.click(account('password_login'));
    const field = (await fields())[1];
    assert.ok(field);
    const { bounds } = field;
    phone.system.windows.input.tap(
      (bounds.left + bounds.right) / 2,
      (bounds.top + bounds.bottom) / 2,
    );
  };
  const keyboard = () =>
    phone.system.windows.automation.windows().find(({ type }) => type === 'input_method');
  const keys = (): string[] => {
    const walk = (node: {
      children: readonly unknown[];
      contentDescription: string | null;
    }): string[] => [
      node.contentDescription ?? '',
      ...node.children.flatMap((child) => walk(child as typeof node)),
    ];
    const root = keyboard()?.root;
    return root ? walk(root).filter((description) => description !== '') : [];
  };

  it('lets in who has the right one', async () => {
    await start();
    await signIn(NUMBER, PASSWORD);
    await phone.waitFor({ text: 'Xiaomi Cloud' });
  });

  it('says that one is wrong', async () => {
    await start();
    await signIn(NUMBER, 'wrong');
    await phone.waitFor({ text: 'Incorrect account or password' });
  });

  it('cannot be tried before both fields are filled in', async () => {
    await start();
    await phone.click(account('password_login'));
    assert.equal((await phone.waitFor(account('login'))).enabled, false);
  });

  it('hides what is typed', async () => {
    await start();
    await signIn(NUMBER, 'wrong');
    assert.deepEqual([(await fields())[1]?.password, (await fields())[1]?.text], [true, '•••••']);
  });

  it('goes back to signing in by SMS', async () => {
    await start();
    await phone.click(account('password_login'));
    await phone.click(account('verify_code_login'));
    await phone.waitFor(account('get_login_type'));
  });

  it('says how a password is found again', async () => {
    await start();
    await phone.click(account('password_login'));
    await phone.click(account('find_password'));
    const message = await phone.waitFor(account('message'));
    assert.match(message.text ?? '', /code by SMS/);
  });

  it('is asked for after the code where the account wants it', async () => {
    await start({
      accounts: [{ phone: NUMBER, password: PASSWORD, demandsPassword: true }],
      pictureCode: 'never',
    });
    await phone.submitPhone();
    await phone.waitFor(account('verify_code'));
    await phone.typeCode(CODE);
    await phone.click({ text: 'Yes' });
    await phone.waitFor(account('login_id'));
    assert.equal((await fields())[0]?.text, '2015550123');
    assert.deepEqual(phone.toasts, [
      'This number is associated with an existing account, enter your password',
    ]);
  });

  it('is typed on the secure keyboard on phones for China', async () => {
    await start({}, { profile: xiaomi13 });
    await focusPassword();
    assert.equal(keyboard()?.packageName, SECURE_KEYBOARD);
  });

  it('is typed on the everyday keyboard elsewhere', async () => {
    await start();
    await focusPassword();
    assert.notEqual(keyboard()?.packageName, SECURE_KEYBOARD);
  });

  it('is typed on keys described as on phones set to Chinese', async () => {
    await start({}, { profile: xiaomi13 });
    await focusPassword();
    assert.deepEqual(
      ['删除', '完成'].filter((key) => keys().includes(key)),
      ['删除', '完成'],
    );
  });

  it('is typed where no screenshot sees it', async () => {
    await start({}, { profile: xiaomi13 });
    await focusPassword();
    assert.equal(phone.system.windows.secureShown, true);
  });

  it('leaves the everyday keyboard to the other fields', async () => {
    await start({}, { profile: xiaomi13 });
    await focusPassword();
    const login = (await fields())[0]?.bounds;
    assert.ok(login);
    phone.system.windows.input.tap((login.left + login.right) / 2, (login.top + login.bottom) / 2);
    assert.notEqual(keyboard()?.packageName, SECURE_KEYBOARD);
    assert.equal(phone.system.windows.secureShown, false);
  });
});
