import type { StringTable } from './table.ts';

/**
 * Simplified Chinese. Of the rows in Settings and of Xiaomi Cloud's button the wordings of MIUI 10 to
 * HyperOS are known. Older versions spell 帐号 where newer ones spell 账号; messages of the account app
 * are listed in both spellings.
 */
export const zhCn: StringTable = {
  accountRow: ['小米账号', '小米帐号'],
  signInRow: ['登录小米账号', '登录小米帐号'],
  accountRowSignedIn: ['管理账号、云服务等', '管理帐号、云服务等'],
  signInNotification: ['登录小米账号', '登录小米帐号'],
  // Inferred from Android's own.
  addAccount: ['添加账号', '添加帐号', '添加账户', '添加帐户'],
  agree: ['同意', '同意并继续'],
  // Its wording is inferred.
  cancel: ['取消'],
  cloudAgree: ['同意', '同意并继续', '继续'],
  findDevice: ['开启查找手机', '查找手机', '查找设备'],
  cloudSync: ['开启小米云服务'],
  // Of these the legal texts' names and that of Xiaomi Cloud are known.
  useCloud: ['使用小米云服务'],
  doWithoutCloud: ['不使用'],
  privacyPolicy: ['隐私政策'],
  userAgreement: ['用户协议'],
  xiaomiCloud: ['小米云服务'],
  accountsAndSync: ['账号与同步', '帐号与同步'],
  syncData: ['同步数据'],
  signOut: ['退出登录', '退出账号', '退出帐号'],
  // These two answers are inferred.
  keepSyncedData: ['保留', '保留数据'],
  removeSyncedData: ['删除', '删除数据'],
  wrongSmsCode: ['验证码错误'],
  wrongCode: ['验证码错误'],
  emptyCode: ['图片验证码不能为空'],
  // Its wording is inferred.
  wrongPassword: ['密码错误', '密码不正确'],
  signOutFailed: ['退出账号失败', '退出帐号失败'],
  codeExpired: ['验证已过期，请重试', '验证已过期，请重新开始'],
  numberMissing: ['手机号不能为空'],
  consentMissing: ['请您同意用户条款'],
  badNumber: ['请检查手机格式', '手机号码格式错误'],
  smsQuota: ['已经发送了太多短信，请换个时间再试试'],
  tooManyAccounts: [
    '此手机号码近期注册了太多小米账号，请换个号码再试试',
    '此手机号码近期注册了太多小米帐号，请换个号码再试试',
    '无法使用此手机号码注册',
  ],
  tooOften: ['操作太频繁，请稍后再试'],
  numberRegistered: ['这是您的账号吗？', '这是您的帐号吗？', '此号码已注册，请输入密码登录'],
  noNetwork: ['当前网络不可用', '网络异常，请检查网络是否连通', '网络请求超时'],
  serverError: ['服务器出错', '系统繁忙，请稍后再试'],
  sendFailed: ['发送验证码失败'],
  untrustedDevice: ['此设备登录环境不安全（可能是硬件被解锁或刷机），请使用其他方式登录'],
  accessDenied: ['访问受限'],
  unknownError: ['未知错误'],
};
