import type { SmsLanguage } from './language.ts';

/** Without their accents short words are those of other languages, so none stands alone. */
export const VIETNAMESE: SmsLanguage = {
  language: 'vi',
  account: ['tài khoản (?:xiaomi|mi)'],
  codeNames: [
    'mã (?:số )?(?:xác (?:minh|nhận|thực)|otp|bảo mật|kích hoạt|đăng (?:nhập|ký)|an toàn)',
    'mật khẩu (?:dùng |sử dụng )?(?:một|1) lần',
  ],
  codeWords: ['mã(?: số)?(?= (?:của bạn|là|này|cá nhân))', 'mật khẩu'],
  otherCodes: ['mã (?:giảm giá|khuyến mãi|qr|bưu (?:chính|điện)|vùng)'],
  otherNumbers: [
    '(?:mã )?(?:đơn hàng|vận đơn|đặt chỗ|đặt phòng|hóa đơn|khách hàng)(?: số)?',
    '(?:bàn|phòng|thẻ|chuyến bay) số',
    'số (?:điện thoại|thẻ|tài khoản|đơn hàng)',
    '(?:điện thoại|sđt|gọi|hotline|id)',
  ],
  timeUnits: ['phút', 'giây', 'giờ', 'ngày'],
  money: ['ngân hàng', 'thanh toán', 'giao dịch', 'chuyển khoản', 'số dư', 'thẻ tín dụng'],
};
