import { own } from './table.ts';

/** Short texts of our own in place of the legal ones. */
export const legal = own({
  user_agreement_body: [
    'This phone is emulated and so is this account. The account exists in the memory of a test service, serves for testing only, and is gone when the service stops.',
    '这部手机是模拟的，账号也是模拟的。账号只存在于测试服务的内存中，仅供测试使用，服务停止后即消失。',
    '這部手機是模擬的，帳號也是模擬的。帳號只存在於測試服務的記憶體中，僅供測試使用，服務停止後即消失。',
    'Этот телефон эмулируется, как и этот аккаунт. Аккаунт существует в памяти тестового сервиса, служит только для тестов и исчезает вместе с ним.',
  ],
  privacy_policy_body: [
    'The test service remembers the phone number, the account id and these choices for as long as it runs. Nothing leaves this computer.',
    '测试服务在运行期间会记住手机号、小米ID和这些选择。任何内容都不会离开这台电脑。',
    '測試服務在執行期間會記住手機號碼、小米ID和這些選擇。任何內容都不會離開這台電腦。',
    'Пока тестовый сервис работает, он помнит номер телефона, ID аккаунта и этот выбор. Ничто не покидает этот компьютер.',
  ],
});
