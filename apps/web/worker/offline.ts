const words = {
  en: { title: 'No connection', text: 'Leadclock cannot be reached. This page looks again every five seconds.' },
  es: { title: 'Sin conexión', text: 'No se puede conectar con Leadclock. Esta página vuelve a intentarlo cada cinco segundos.' },
  ru: { title: 'Нет связи', text: 'Leadclock недоступен. Страница проверяет связь каждые пять секунд.' },
} as const;

/** What stands in the place of a page that cannot be loaded: it looks again by itself, which a browser's own error page does not. */
export function offlinePage(asked: string): Response {
  const spoken = asked.slice(0, 2);
  const language = spoken === 'es' || spoken === 'ru' ? spoken : 'en';
  const { title, text } = words[language];
  const page = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5"><meta name="color-scheme" content="light dark"><title>${title} · Leadclock</title></head>
<body style="font:18px/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;margin:0 24px;text-align:center">
<main><h1 style="font-size:24px">${title}</h1><p>${text}</p></main>
</body></html>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
}
