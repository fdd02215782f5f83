import type { gates } from '../gates.ts';
import type { OverlayOf } from '../overlay.ts';
import type { secureKeyboard, system as systemTexts } from '../system.ts';

/** The system's own screens, and the gates in front of adb, in Spanish. */
export const system: OverlayOf<typeof gates & typeof systemTexts & typeof secureKeyboard> = {
  developer_options: 'Opciones de desarrollador',
  usb_debugging: 'Depuración USB',
  usb_debugging_summary: 'Modo de depuración con el USB conectado',
  adb_install: 'Instalar por USB',
  adb_install_summary: 'Permite instalar aplicaciones por USB',
  adb_input: 'Depuración USB (ajustes de seguridad)',
  adb_input_summary: 'Permite conceder permisos y simular entradas por depuración USB',
  usb_install_title: '¿Instalar por USB?',
  usb_install_message: 'Un ordenador quiere instalar %s en este dispositivo.',
  usb_install_do_not_ask: 'No volver a preguntar',
  usb_install_allow: 'Instalar',
  usb_install_deny: 'Denegar (%d)',
  adb_input_warning_1:
    'Con esto un ordenador puede cambiar ajustes y permisos de este dispositivo. Sigue solo si conoces el ordenador.',
  adb_input_warning_2:
    'También puede tocar y escribir por ti. Lo que pase en la pantalla puede no ser cosa tuya.',
  adb_input_warning_3: 'Acepta para asumir el riesgo. Se puede desactivar en cualquier momento.',
  adb_input_accept: 'Aceptar',
  adb_input_accept_in: 'Aceptar (%d)',
  adb_input_next: 'Siguiente',
  adb_input_next_in: 'Siguiente (%d)',
  adb_input_reject: 'Rechazar',
  gate_needs_account: 'Inicia sesión antes en tu cuenta de Xiaomi',
  gate_needs_sim: 'Inserta antes una tarjeta SIM',
  gate_needs_network: 'No hay conexión a la red',
  usb_debugging_title: '¿Permitir la depuración USB?',
  usb_debugging_message: 'La huella de la clave RSA del ordenador es:\n%1$s',
  usb_debugging_always: 'Permitir siempre desde este ordenador',
  usb_debugging_allow: 'Permitir',
  usb_debugging_cancel: 'Cancelar',
  keyguard_swipe_up: 'Desliza hacia arriba para desbloquear',
  keyguard_enter_pin: 'Introduce el PIN',
  keyguard_wrong_pin: 'PIN incorrecto. Inténtalo otra vez.',
  keyguard_delete: 'Borrar',
  messages_search: 'Buscar mensajes',
  messages_start_chat: 'Iniciar chat',
  messages_title: 'Mensajes',
  keyboard_baidu: 'Teclado Baidu para Xiaomi',
  messages_empty: 'Aún no hay mensajes',
  secure_keyboard_title: 'Teclado seguro',
  secure_keyboard_delete: 'Borrar',
  secure_keyboard_done: 'Hecho',
};
