import { ours, theirs } from './table.ts';

/** Texts that only the classic account app has, as MIUI 10 shipped it. */
export const classic = theirs({
  classic_resend: ['Resend', ours('重新发送'), ours('重新傳送'), ours('Отправить снова')],
  classic_resend_in: [
    ours('Resend (%d)'),
    ours('重新发送（%d）'),
    ours('重新傳送（%d）'),
    ours('Отправить снова (%d)'),
  ],
  classic_recycle_prompt: [
    ours('The number %1$s is linked to the account below. Is it yours?'),
    ours('号码%1$s已绑定以下账号，是您的账号吗？'),
    ours('號碼%1$s已綁定以下帳號，是您的帳號嗎？'),
    ours('К номеру %1$s привязан этот аккаунт. Он ваш?'),
  ],
  classic_yes: ['Yes', ours('是的'), ours('是的'), ours('Да')],
  classic_nope: ['Nope', ours('不是'), ours('不是'), ours('Нет')],
  classic_loading_sim: [
    'Getting SIM info…',
    ours('正在获取SIM卡信息…'),
    ours('正在取得SIM卡資訊…'),
    ours('Получение данных SIM-карты…'),
  ],
  classic_sim_account: [
    ours('This phone number has an account. You can sign in without a code.'),
    ours('本机号码已有账号，无需验证码即可登录。'),
    ours('本機號碼已有帳號，無需驗證碼即可登入。'),
    ours('На этот номер есть аккаунт. Можно войти без кода.'),
  ],
  classic_sim_no_account: [
    ours('This phone number has no account yet. You can create one without a code.'),
    ours('本机号码还没有账号，无需验证码即可注册。'),
    ours('本機號碼還沒有帳號，無需驗證碼即可註冊。'),
    ours('На этот номер ещё нет аккаунта. Можно создать его без кода.'),
  ],
  classic_sim_agreement: [
    ours('By continuing you accept the %1$s and the %2$s.'),
    ours('继续即表示您同意%1$s和%2$s。'),
    ours('繼續即表示您同意%1$s和%2$s。'),
    ours('Продолжая, вы принимаете: %1$s и %2$s.'),
  ],
  classic_voice_code: [
    ours('Hear the code instead'),
    ours('改用语音验证码'),
    ours('改用語音驗證碼'),
    ours('Прослушать код'),
  ],
  classic_no_voice_code: [
    ours('No voice code can be had now. Enter the code from the picture.'),
    ours('暂时无法使用语音验证码，请输入图片中的验证码。'),
    ours('暫時無法使用語音驗證碼，請輸入圖片中的驗證碼。'),
    ours('Голосовой код сейчас недоступен. Введите код с картинки.'),
  ],
});
