import type { SmsLanguage } from './language.ts';

export const INDONESIAN: SmsLanguage = {
  language: 'id',
  account: ['akun (?:xiaomi|mi)(?:mu)?'],
  codeNames: [
    'kode (?:verifikasi|keamanan|konfirmasi|otp|otentikasi|autentikasi|aktivasi|masuk|login|akses|sms)(?:mu|nya)?',
    '(?:kata )?sandi sekali pakai',
  ],
  codeWords: ['kode(?:mu|nya)?', '(?:kata )?sandi'],
  otherCodes: ['kode (?:pos|promo|voucher|qr|booking|kupon|referral|area|negara)'],
  otherNumbers: [
    '(?:pesanan|order|meja|kamar|reservasi|resi|paket|kartu|rekening|telepon|telp|hp|faktur|penerbangan|pengguna)(?: (?:no|nomor))?',
    '(?:nomor|hubungi|id)',
  ],
  timeUnits: ['menit', 'detik', 'jam', 'hari'],
  money: [
    'bank',
    'pembayaran',
    'bayar',
    'transaksi',
    'rekening',
    'saldo',
    'pembelian',
    'kartu (?:kredit|debit)',
  ],
};
