import type { StringTable } from './table.ts';

/**
 * Traditional Chinese, as in Taiwan. The account app's texts are known; those of Settings and of
 * Xiaomi Cloud are inferred from them, with the wording of Hong Kong beside them.
 */
export const zhTw: StringTable = {
  accountRow: ['小米帳號', '小米帳戶'],
  signInRow: ['登入小米帳號', '登入小米帳戶'],
  // Its wording is not known: whatever lists accounts and cloud services.
  accountRowSignedIn: ['管理%s、雲%s'],
  signInNotification: ['登入小米帳號'],
  // Inferred from Android's own.
  addAccount: ['新增帳號', '新增帳戶', '加入帳號', '加入帳戶'],
  agree: ['同意', '同意並繼續'],
  // Its wording is inferred.
  cancel: ['取消'],
  cloudAgree: ['同意', '同意並繼續', '繼續'],
  // That row's wording is inferred.
  findDevice: ['開啟尋找手機', '尋找手機', '尋找裝置'],
  // Of these the legal texts' names are known.
  cloudSync: ['開啟小米雲端服務', '開啟小米雲服務'],
  useCloud: ['使用小米雲端服務', '使用小米雲服務'],
  doWithoutCloud: ['不使用'],
  privacyPolicy: ['隱私政策'],
  userAgreement: ['用戶協議'],
  xiaomiCloud: ['小米雲端服務', '小米雲服務'],
  accountsAndSync: ['帳號與同步', '帳戶與同步'],
  syncData: ['同步資料'],
  signOut: ['登出'],
  // These two answers are inferred.
  keepSyncedData: ['保留', '保留資料'],
  removeSyncedData: ['刪除', '刪除資料', '移除'],
  wrongSmsCode: ['驗證碼錯誤'],
  wrongCode: ['驗證碼錯誤'],
  emptyCode: ['圖片驗證碼不能為空'],
  // Its wording is inferred.
  wrongPassword: ['密碼錯誤', '密碼不正確'],
  signOutFailed: ['退出帳號失敗'],
  codeExpired: ['驗證已過期，請重試', '驗證已過期，請重新開始'],
  numberMissing: ['手機號碼不能為空'],
  consentMissing: ['請您同意用戶條款'],
  badNumber: ['請檢查手機格式', '手機號碼格式錯誤'],
  smsQuota: ['已經傳送了太多簡訊，請換個時間再試試'],
  tooManyAccounts: ['此手機號碼近期註冊了太多小米帳號，請換個號碼再試試', '無法使用此手機號碼註冊'],
  tooOften: ['操作太頻繁，請稍後再試'],
  numberRegistered: ['這是您的帳號嗎？', '此號碼已註冊，請輸入密碼登入'],
  noNetwork: ['目前網路不可用', '網路異常，請檢查網路是否連通', '網路請求逾時'],
  serverError: ['伺服器出錯', '系統繁忙，請稍後再試'],
  sendFailed: ['傳送驗證碼失敗'],
  untrustedDevice: ['此裝置登入環境不安全（可能是硬體被解鎖或刷機），請使用其他方式登入'],
  accessDenied: ['瀏覽受限'],
  unknownError: ['未知錯誤'],
};
