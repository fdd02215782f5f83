import type { cloudPages } from '../cloud-pages.ts';
import type { cloud as cloudTexts } from '../cloud.ts';
import type { legal } from '../legal.ts';
import type { OverlayOf } from '../overlay.ts';

/** Xiaomi Cloud and signing out in Spanish. */
export const cloud: OverlayOf<typeof cloudTexts & typeof cloudPages & typeof legal> = {
  sign_out_password_title: 'Introduce tu contraseña',
  sign_out_password_message:
    'Encontrar dispositivo está activado. Para cerrar sesión, introduce la contraseña de la cuenta %s.',
  sign_out_password_wrong: 'La contraseña no es correcta',
  sign_out_title: '¿Borrar de este dispositivo lo que se ha sincronizado?',
  sign_out_message: 'Los contactos, mensajes y fotos siguen en Xiaomi Cloud en cualquier caso.',
  sign_out_remove: 'Borrar',
  sign_out_keep: 'Conservar',
  signing_out: 'Cerrando sesión…',
  cloud_title: 'Xiaomi Cloud',
  cloud_intro: 'Lo importante en todos tus dispositivos, y este siempre localizable si lo pierdes.',
  cloud_sync: 'Sincronización',
  cloud_sync_summary: 'Contactos, mensajes, notas, fotos',
  cloud_find_device: 'Encontrar dispositivo',
  cloud_find_device_summary: 'Localiza y bloquea este dispositivo a distancia',
  cloud_later_hint: 'Puedes cambiarlo más tarde en Ajustes.',
  cloud_agreement: 'Al tocar “%3$s” aceptas el %1$s y la %2$s de Xiaomi Cloud.',
  cloud_agree: 'Aceptar',
  cloud_skip: 'Omitir',
  cloud_skip_title: '¿No usar Xiaomi Cloud?',
  cloud_skip_message: 'Tus datos quedan solo en este dispositivo y se pierden con él.',
  cloud_use: 'Usar Xiaomi Cloud',
  cloud_dont_use: 'No usar',
  cloud_signed_out: 'Inicia sesión en una cuenta de Xiaomi para usar Xiaomi Cloud.',
  cloud_continue: 'Continuar',
  cloud_find_device_title: 'Encontrar dispositivo',
  cloud_find_device_about:
    'Muestra dónde está este dispositivo, lo hace sonar y lo bloquea si se pierde. Para cerrar sesión se pide entonces la contraseña.',
  cloud_sync_about:
    'Lo que hay en este dispositivo se guarda en Xiaomi Cloud y aparece en los demás.',
  cloud_items: 'Elementos sincronizados',
  cloud_item_contacts: 'Contactos',
  cloud_item_messages: 'Mensajes',
  cloud_item_calls: 'Historial de llamadas',
  cloud_item_gallery: 'Galería',
  cloud_item_notes: 'Notas',
  cloud_item_recordings: 'Grabaciones',
  cloud_item_wlan: 'Redes Wi-Fi',

  user_agreement_body:
    'Este teléfono es emulado, y la cuenta también. La cuenta está en la memoria de un servicio de pruebas, solo sirve para probar y desaparece cuando el servicio se detiene.',
  privacy_policy_body:
    'El servicio de pruebas recuerda el número de teléfono, el id. de la cuenta y estas opciones mientras funciona. Nada sale de este ordenador.',
};
