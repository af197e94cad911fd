// The little that no server can do: close open menus, keep a session alive while somebody works, print, load a page anew.
(() => {
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) if (!menu.contains(event.target)) menu.removeAttribute('open');
    if (event.target.closest?.('[data-print]')) print();
    if (event.target.closest?.('[data-reload]')) { event.preventDefault(); location.reload(); }
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details[data-menu][open]')) { menu.removeAttribute('open'); menu.querySelector('summary')?.focus(); }
  });

  // The cookie of a session is renewed by requests; whoever works within a page makes none.
  const every = 5 * 60 * 1000;
  let last = Date.now();
  const alive = () => {
    if (Date.now() - last < every || !document.getElementById('navigation')) return;
    last = Date.now();
    fetch('/api/v1/session', { credentials: 'same-origin' }).catch(() => {});
  };
  for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, alive, { passive: true });
})();
