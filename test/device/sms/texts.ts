/** A text that a code arrives in, with `{code}` for the code. */
export interface CodeText {
  /** BCP 47 */
  readonly language: string;
  readonly sender: string;
  readonly body: string;
  /**
   * `seen`: Xiaomi's own, from messages that people published. `common`: as other services word
   * theirs, with Xiaomi's name. `ours`: written for these tests.
   */
  readonly wording: 'seen' | 'common' | 'ours';
}

const ZH_TAIL = '请勿转发，转发将导致帐号被盗。本验证码5分钟有效。注册后将绑定此安全手机。';

/** `number`: a sender that says nothing. */
function texts(
  language: string,
  wording: CodeText['wording'],
  ...bodies: readonly (readonly [sender: string, body: string])[]
): CodeText[] {
  return bodies.map(([sender, body]) => ({ language, sender, body, wording }));
}

const NUMBER = '+12015550188';
const CHINA = '106910000';

export const CODE_TEXTS: readonly CodeText[] = [
  ...texts(
    'en',
    'seen',
    ['xiaomi', 'Mi Account verification code: {code}. It expires in 5 minutes.'],
    ['50351', 'Your Mi Account verification code is {code}. This OTP expires in 1 day.'],
  ),
  ...texts(
    'en',
    'common',
    [NUMBER, '{code} is your Xiaomi Account verification code. Valid for 10 min.'],
    [NUMBER, '[{code}] is your Xiaomi verification code'],
    [NUMBER, '<#> Your Mi Account code: {code}\nFA+9qCX9VSu'],
    [NUMBER, '<#> [Xiaomi] Onetime password is : {code}. Valid for 15 minutes only. hkHMMiIZPc7'],
    [NUMBER, '*{code}* is your Xiaomi code. For your security, do not share this code.'],
    [NUMBER, 'X-{code} is your Xiaomi verification code.'],
    [NUMBER, 'Your Xiaomi code is {code}.\n\n@account.xiaomi.com #{code}'],
    ['VM-XIAOMI-S', '{code} is your OTP for login. Do not share it with anyone.'],
    ['Mi', 'Your one-time password (OTP) is {code}'],
    ['Xiaomi', 'Use verification code {code} to sign in.'],
  ),
  ...texts(
    'en',
    'ours',
    ['Mi Account', 'Your code is {code}'],
    ['MIUI', 'Code: {code}\nNever share it. Expires in 1000 seconds.'],
    ['xiaomi', 'It is valid for 1440 minutes. Verification code: {code}'],
    [NUMBER, 'Use {code} to sign in to your Mi Account. Never share this code.'],
    [NUMBER, 'Xiaomi: the code you asked for at 18:30 on 22 November 2025 is {code}'],
    ['xiaomi', 'Verification code for your account registered with 138****0000: {code}'],
    ['xiaomi', 'Verification code\n{code}\nCall 4001005678 if you did not ask for it.'],
    ['xiaomi', 'Your code:\n\n{code}'],
    ['Xiaomi', 'Your code is {code}. Xiaomi will never ask for bank details.'],
    ['Xiaomi', 'Use {code} to verify your phone number.'],
    ['Xiaomi', 'PIN: {code}'],
  ),
  ...texts(
    'zh-CN',
    'seen',
    [CHINA, `【小米】{code}(登录/注册小米帐号验证码)${ZH_TAIL}`],
    [CHINA, `【小米】登录/注册小米帐号验证码：{code}，${ZH_TAIL}`],
    [CHINA, '{code}（小米帐号安全验证，请勿将验证码提供给他人）【小米】'],
    [
      CHINA,
      '【小米】{code}（小米帐号安全验证，用于验证身份修改密码密保等，请勿将验证码透露给他人）',
    ],
  ),
  ...texts(
    'zh-CN',
    'common',
    [CHINA, '【小米】您的验证码为{code}，请于10分钟内正确输入，如非本人操作，请忽略此短信。'],
    [CHINA, '您的小米账号验证码为{code}【小米】'],
    [CHINA, '【小米】{code}为本次登录验证的手机验证码'],
    [CHINA, '【小米】验证码：{code}，1分钟内有效。客服电话4001005678'],
    [CHINA, '[小米科技]您的验证码是{code}，5分钟内有效'],
    ['Xiaomi', '[验证码]{code}，请勿转发'],
    ['', '小米: 动态密码{code}，请勿泄露。'],
  ),
  ...texts(
    'zh-TW',
    'ours',
    ['xiaomi', '小米帳號驗證碼：{code}，請勿轉發，以免帳號被盜。本驗證碼5分鐘內有效。'],
    ['10690', '【小米】{code}（登入/註冊小米帳號驗證碼），請勿轉發。5分鐘內有效。'],
    ['Xiaomi', '您的小米帳戶安全碼是 {code}。'],
    [NUMBER, '[{code}] 是您的小米認證碼，請勿與他人分享'],
  ),
  ...texts(
    'ru',
    'ours',
    ['xiaomi', 'Код подтверждения Mi аккаунта: {code}. Он действителен 5 минут.'],
    ['xiaomi', 'Код подтверждения аккаунта Xiaomi: {code}. Действует 5 минут.'],
    ['+79990000000', '{code} — ваш код для входа в Mi аккаунт. Действует 1440 минут.'],
  ),
  ...texts(
    'ru',
    'common',
    ['Xiaomi', 'Ваш код подтверждения: {code}'],
    [NUMBER, '[{code}] это ваш код подтверждения Xiaomi'],
    ['Xiaomi', 'Никому не говорите код {code}! Действует 5 мин.'],
    ['Xiaomi', 'Ваш пароль: {code}'],
    ['Xiaomi', 'Ваш код: {code}. Никому не говорите, даже сотрудникам банка'],
  ),
  ...texts(
    'es',
    'common',
    ['Xiaomi', 'Su código de verificación es [{code}]'],
    ['Xiaomi', 'Tu codigo de verificacion es: {code}. Vence en 10 minutos.'],
    [NUMBER, '{code} es tu código de seguridad de Xiaomi'],
    [NUMBER, '*{code}* es tu código de Xiaomi. No lo compartas.'],
    [NUMBER, 'Código Xiaomi: {code}'],
  ),
  ...texts('es', 'ours', [
    NUMBER,
    'Código para tu cuenta Xiaomi: {code}. Caduca en 5 minutos. No lo compartas.',
  ]),
  ...texts(
    'pt',
    'common',
    ['Xiaomi', '{code} é o seu codigo de verificacão'],
    [NUMBER, 'Seu código de verificação Xiaomi é: {code}'],
    ['Xiaomi', 'Seu código de acesso é {code}. Ele expira em 5 minutos.'],
  ),
  ...texts('pt', 'ours', [
    NUMBER,
    'Conta Xiaomi: use a senha {code} para entrar. Válida por 5 minutos.',
  ]),
  ...texts(
    'id',
    'common',
    [NUMBER, '[{code}] adalah kode verifikasi Xiaomi Anda'],
    ['Xiaomi', 'Kode OTP Anda: {code}. Jangan berikan kode ini kepada orang lain.'],
    ['Xiaomi', '{code} adalah kode verifikasi Anda. Kode ini kedaluarsa dalam 5 menit.'],
  ),
  ...texts('id', 'ours', [NUMBER, 'Masukkan {code} untuk masuk ke akun Mi. Kode berlaku 5 menit.']),
  ...texts(
    'hi',
    'common',
    ['Xiaomi', 'लॉगिन के लिए आपका OTP है {code}।'],
    [NUMBER, '[{code}] आपका Xiaomi सत्यापन कोड है। इसे किसी के साथ साझा न करें।'],
    ['Xiaomi', '{code} आपकी पुष्टि संख्या है।'],
  ),
  ...texts('hi', 'ours', [NUMBER, 'Xiaomi खाते का सत्यापन कोड: {code}। 5 मिनट के लिए मान्य।']),
  ...texts(
    'ar',
    'common',
    ['Xiaomi', 'رمز التحقق الخاص بك هو: {code}'],
    [NUMBER, 'رمز التحقق الخاص بك من Xiaomi: {code}. لا تشارك هذا الرمز مع أحد.'],
    [NUMBER, '{code} هو رمز Xiaomi'],
  ),
  ...texts('ar', 'ours', [NUMBER, 'رمز تأكيد حساب Mi هو {code}، صالح لمدة 5 دقائق.']),
  ...texts(
    'de',
    'common',
    ['Xiaomi', '[{code}] ist Ihr Bestätigungscode'],
    [NUMBER, '{code} ist dein Xiaomi-Bestätigungscode. Gib ihn nicht weiter.'],
    ['Xiaomi', 'Ihr Bestaetigungscode lautet: {code}. Gueltig fuer 10 Minuten.'],
  ),
  ...texts('de', 'ours', [NUMBER, 'Code für Ihr Xiaomi-Konto: {code}. Er gilt 5 Minuten.']),
  ...texts(
    'fr',
    'common',
    ['Xiaomi', 'Votre code de vérification est [{code}]'],
    ['Xiaomi', 'Votre numéro de vérification : {code}'],
    [NUMBER, '{code} est votre code de verification Xiaomi. Il expire dans 5 minutes.'],
    ['Xiaomi', '{code} est votre code d’accès. Ne le partagez avec personne.'],
  ),
  ...texts('fr', 'ours', [NUMBER, 'Compte Xiaomi : votre code est {code}, valable 5 minutes.']),
  ...texts(
    'tr',
    'common',
    [NUMBER, '[{code}] Xiaomi doğrulama kodunuzdur'],
    ['Xiaomi', 'Onay kodunuz: {code}. 5 dakika geçerlidir.'],
    ['Xiaomi', 'DOĞRULAMA KODUNUZ: {code}'],
  ),
  ...texts('tr', 'ours', [NUMBER, 'Mi hesabınız için kod: {code}. 5 dakika içinde girin.']),
  ...texts(
    'vi',
    'common',
    ['Xiaomi', '[{code}] là mã xác minh của bạn'],
    ['Xiaomi', 'Ma OTP cua ban la: {code}. Co hieu luc trong 5 phut.'],
    [NUMBER, 'Mã xác thực Xiaomi của bạn là {code}. Vui lòng không chia sẻ mã này.'],
  ),
  ...texts('vi', 'ours', [
    NUMBER,
    '{code} là mã xác nhận tài khoản Mi. Mã có hiệu lực trong 5 phút.',
  ]),
];
