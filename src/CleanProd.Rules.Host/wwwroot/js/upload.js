// Files go to the service as they are, however large: by the same request that programs make, with its progress and a way to stop it.
export function attach(zone, input, page) {
  const over = on => zone.classList.toggle('drop-over', on);
  const gather = async files => { for (const file of files) await page.invokeMethodAsync('AddedAsync', file.name, file.size); };
  const chosen = [];
  const add = files => { const fresh = [...files].filter(f => !chosen.some(c => c.name === f.name)); chosen.push(...fresh); return gather(fresh); };
  let request = null;
  zone.addEventListener('dragover', event => { event.preventDefault(); over(true); });
  zone.addEventListener('dragleave', () => over(false));
  zone.addEventListener('drop', event => { event.preventDefault(); over(false); add(event.dataTransfer.files); });
  input.addEventListener('change', () => { add(input.files); input.value = ''; });
  return {
    remove(name) { const at = chosen.findIndex(f => f.name === name); if (at >= 0) chosen.splice(at, 1); },
    send(fields) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
      for (const file of chosen) form.append('files', file, file.name);
      request = new XMLHttpRequest();
      let told = 0;
      request.upload.onprogress = event => {
        if (Date.now() - told < 300) return;
        told = Date.now();
        page.invokeMethodAsync('SentAsync', event.loaded, event.total);
      };
      request.onload = () => {
        let answer = {};
        try { answer = JSON.parse(request.responseText); } catch { /* told by its status */ }
        if (request.status < 300) page.invokeMethodAsync('TakenInAsync', answer.import, answer.already_imported === true);
        else page.invokeMethodAsync('RefusedAsync', request.status, answer.detail ?? '', answer.detail_en ?? '');
      };
      request.onerror = () => page.invokeMethodAsync('RefusedAsync', 0, '', '');
      request.onabort = () => page.invokeMethodAsync('StoppedAsync');
      request.open('POST', '/api/v1/imports');
      request.send(form);
    },
    stop() { request?.abort(); },
  };
}
